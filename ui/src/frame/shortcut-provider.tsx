import { createContext, useContext, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { matches, shortcuts, type ShortcutId } from './shortcuts';

/** A handler, or 'here' when the part with the focus listens itself and only the hint is wanted. */
export type Handlers = Partial<Record<ShortcutId, ((event: KeyboardEvent) => void) | 'here'>>;

interface Registry {
  register: (owner: string, handlers: { current: Handlers }, ids: ShortcutId[]) => void;
  release: (owner: string) => void;
  active: ReadonlySet<ShortcutId>;
}

const ShortcutContext = createContext<Registry | null>(null);

/** Shortcuts that also work while a dialog is open. */
const OVER_DIALOGS: readonly ShortcutId[] = ['main', 'lock', 'larger', 'smaller', 'plain-size'];

/** Shortcuts that go on while the keys are held. */
const MAY_REPEAT: readonly ShortcutId[] = ['larger', 'smaller', 'neighbour', 'move', 'pages', 'tabs', 'switch-tab'];

/** Whether the keys are for writing: the focus is in a field of text. */
function writesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

interface Owner {
  handlers: { current: Handlers };
  ids: ShortcutId[];
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const owners = useRef(new Map<string, Owner>());
  const [active, setActive] = useState<ReadonlySet<ShortcutId>>(new Set());

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const inDialog = document.querySelector('dialog[open]') !== null;
      // The part that came last is the one on top: a dialog before its page.
      const latestFirst = [...owners.current.values()].reverse();
      for (const shortcut of shortcuts) {
        if (!matches(shortcut, event) || (inDialog && !OVER_DIALOGS.includes(shortcut.id))) continue;
        if (shortcut.outsideText && writesText(event.target)) continue;
        for (const owner of latestFirst) {
          const handler = owner.handlers.current[shortcut.id];
          if (typeof handler !== 'function') continue;
          event.preventDefault();
          // A key that is still held must not answer what the same press has asked.
          if (!event.repeat || MAY_REPEAT.includes(shortcut.id)) handler(event);
          return;
        }
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const registry = useMemo<Registry>(() => {
    const count = () => setActive(new Set([...owners.current.values()].flatMap((each) => each.ids)));
    return {
      register: (owner, handlers, ids) => {
        owners.current.set(owner, { handlers, ids });
        count();
      },
      release: (owner) => {
        owners.current.delete(owner);
        count();
      },
      active,
    };
  }, [active]);

  return <ShortcutContext.Provider value={registry}>{children}</ShortcutContext.Provider>;
}

/** Listens to shortcuts for as long as the part is on the screen. */
export function useShortcuts(handlers: Handlers): void {
  const registry = useContext(ShortcutContext);
  const owner = useId();
  const latest = useRef(handlers);
  latest.current = handlers;
  const ids = (Object.keys(handlers) as ShortcutId[]).filter((id) => handlers[id] !== undefined);
  const register = registry?.register;
  const release = registry?.release;
  const functions = useRef({ register, release });
  functions.current = { register, release };

  useEffect(() => {
    functions.current.register?.(owner, latest, ids);
    return () => functions.current.release?.(owner);
    // The handlers are read through the reference; only the set of ids matters here.
  }, [owner, ids.join()]);
}

/** The shortcuts that do something just now, in the order of the table. */
export function useActiveShortcuts() {
  const active = useContext(ShortcutContext)?.active;
  return shortcuts.filter((each) => active?.has(each.id));
}
