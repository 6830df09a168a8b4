import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

export interface TabOf {
  id: string;
  label: string;
  count: string | null;
  /** Opening it leaves a trace: the arrows come to it and open nothing, and this says so until it is pressed. */
  waits?: string;
}

interface ListProps {
  label: string;
  tabs: readonly TabOf[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** The tab so many steps from the chosen one, round and round. */
export function tabBeside(tabs: readonly TabOf[], chosen: string, step: number): TabOf | undefined {
  const at = tabs.findIndex((each) => each.id === chosen);
  return tabs[(at + step + tabs.length) % tabs.length];
}

/** Tabs as the pattern has them: one tab stop, arrows choose. A tab that waits is only come to, and chosen by Enter or a click. */
export function TabList({ label, tabs, chosen, onChoose }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const waits = (tab: TabOf) => tab.waits !== undefined && tab.id !== chosen;
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = at ?? chosen;
    const tab =
      event.key === 'ArrowRight' ? tabBeside(tabs, from, 1)
      : event.key === 'ArrowLeft' ? tabBeside(tabs, from, -1)
      : event.key === 'Home' ? tabs[0]
      : event.key === 'End' ? tabs[tabs.length - 1]
      : undefined;
    if (!tab) return;
    event.preventDefault();
    if (tab.waits === undefined) onChoose(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="tab-list" onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            className="tab"
            aria-selected={tab.id === chosen}
            aria-controls={tab.id === chosen ? `panel-${tab.id}` : undefined}
            aria-describedby={waits(tab) ? `waits-${tab.id}` : undefined}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
            onFocus={() => setAt(tab.id)}
            onBlur={() => setAt(null)}
          >
            {tab.label}
            {tab.count !== null && <span className="tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {tabs.filter(waits).map((tab) => (
        <p key={tab.id} id={`waits-${tab.id}`} className="tab-waits" hidden={tab.id !== at}>
          {tab.waits}
        </p>
      ))}
    </>
  );
}

/** Tabs and what the chosen one shows; the panel is named by its tab. */
export function Tabs({ children, ...list }: ListProps & { children: ReactNode }) {
  return (
    <>
      <TabList {...list} />
      <TabPanel of={list.chosen}>{children}</TabPanel>
    </>
  );
}

/** What a tab shows, for screens that place it themselves. */
export function TabPanel({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div role="tabpanel" id={`panel-${of}`} aria-labelledby={`tab-${of}`} className="tab-panel">
      {children}
    </div>
  );
}
