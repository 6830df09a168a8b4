import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';

const DraftContext = createContext<Map<string, unknown>>(new Map());

/**
 * Keeps what is being written in memory, and nowhere else, while screens come
 * and go and while the program is locked. It belongs to one user: when somebody
 * else unlocks, it is gone.
 */
export function Drafts({ owner, children }: { owner: string | null; children: ReactNode }) {
  const drafts = useRef(new Map<string, unknown>());
  const lastOwner = useRef<string | null>(owner);
  if (owner !== null && lastOwner.current !== owner) {
    if (lastOwner.current !== null) drafts.current.clear();
    lastOwner.current = owner;
  }
  return <DraftContext.Provider value={drafts.current}>{children}</DraftContext.Provider>;
}

/** A piece of state that outlives its screen. `forget` gives back the first value. */
export function useDraft<Value>(key: string, first: Value) {
  const drafts = useContext(DraftContext);
  const initial = useRef(first);
  const [value, setValue] = useState<Value>(() => (drafts.has(key) ? (drafts.get(key) as Value) : first));

  useEffect(() => {
    setValue(drafts.has(key) ? (drafts.get(key) as Value) : initial.current);
  }, [drafts, key]);

  const change = useCallback(
    (next: Value | ((before: Value) => Value)) =>
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: Value) => Value)(before) : next;
        drafts.set(key, after);
        return after;
      }),
    [drafts, key],
  );
  const forget = useCallback(() => {
    drafts.delete(key);
    setValue(initial.current);
  }, [drafts, key]);
  return [value, change, forget] as const;
}
