import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Unsaved } from '../backend/settings-types';
import { useAnnounce } from './announcer';
import { forgetKept, inShape, keepNow, keepSoon, readKept, tellOfUnkept } from './unsaved';

interface Held {
  /** What was written in this run of the program, or given back. */
  values: Map<string, unknown>;
  /** What was kept when the program ended, until somebody asks for it. */
  kept: Map<string, unknown>;
}

const DraftContext = createContext<Held>({ values: new Map(), kept: new Map() });

interface Props {
  owner: string | null;
  /** What the owner was writing when the program ended. */
  kept: readonly Unsaved[];
  children: ReactNode;
}

/**
 * Holds what is being written while screens come and go and while the program
 * is locked. It belongs to one user: when somebody else unlocks, it is gone from
 * here, and each user's own is given back from the store.
 */
export function Drafts({ owner, kept, children }: Props) {
  const held = useRef<Held>({ values: new Map(), kept: new Map() });
  const lastOwner = useRef<string | null>(null);
  const announce = useAnnounce();
  if (owner !== null && lastOwner.current !== owner) {
    held.current.values.clear();
    held.current.kept = new Map(readKept(kept));
    lastOwner.current = owner;
  }
  useEffect(() => {
    tellOfUnkept(announce);
    const leaving = () => void keepNow();
    document.addEventListener('focusout', leaving);
    window.addEventListener('blur', leaving);
    return () => {
      document.removeEventListener('focusout', leaving);
      window.removeEventListener('blur', leaving);
    };
  }, [announce]);
  return <DraftContext.Provider value={held.current}>{children}</DraftContext.Provider>;
}

/** A piece of state that outlives its screen. `forget` gives back the first value. */
export function useDraft<Value>(key: string, first: Value) {
  const { values } = useContext(DraftContext);
  const initial = useRef(first);
  const [value, setValue] = useState<Value>(() => (values.has(key) ? (values.get(key) as Value) : first));

  useEffect(() => {
    setValue(values.has(key) ? (values.get(key) as Value) : initial.current);
  }, [values, key]);

  const change = useCallback(
    (next: Value | ((before: Value) => Value)) =>
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: Value) => Value)(before) : next;
        values.set(key, after);
        return after;
      }),
    [values, key],
  );
  const forget = useCallback(() => {
    values.delete(key);
    setValue(initial.current);
  }, [values, key]);
  return [value, change, forget] as const;
}

/**
 * A text that is being written, which outlives the program too: it is kept in
 * the store whenever its writer pauses, and forgotten when it is used. `of` is
 * the case that it is about.
 */
export function useWritten<Value>(key: string, of: string | null, first: Value) {
  const { values, kept } = useContext(DraftContext);
  const empty = useRef(first);
  if (kept.has(key)) {
    const given = inShape(kept.get(key), first);
    kept.delete(key);
    if (given !== null && !values.has(key)) values.set(key, given);
  }
  const [value, setValue, forgetValue] = useDraft<Value>(key, first);
  const change = useCallback(
    (next: Value | ((before: Value) => Value)) =>
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: Value) => Value)(before) : next;
        // What is empty again needs no keeping.
        if (JSON.stringify(after) === JSON.stringify(empty.current)) forgetKept(key);
        else keepSoon(key, of, after);
        return after;
      }),
    [key, of, setValue],
  );
  const forget = useCallback(() => {
    forgetKept(key);
    forgetValue();
  }, [key, forgetValue]);
  return [value, change, forget] as const;
}
