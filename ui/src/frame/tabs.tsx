import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

export interface TabOf {
  id: string;
  label: string;
  count: string | null;
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

/** Tabs as the pattern has them: one tab stop, arrows choose. */
export function TabList({ label, tabs, chosen, onChoose }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const tab =
      event.key === 'ArrowRight' ? tabBeside(tabs, chosen, 1)
      : event.key === 'ArrowLeft' ? tabBeside(tabs, chosen, -1)
      : event.key === 'Home' ? tabs[0]
      : event.key === 'End' ? tabs[tabs.length - 1]
      : undefined;
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
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
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          {tab.label}
          {tab.count !== null && <span className="tab-count">{tab.count}</span>}
        </button>
      ))}
    </div>
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
