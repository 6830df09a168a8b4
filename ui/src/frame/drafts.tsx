import { createContext, useCallback, useContext, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { Unsaved } from '../backend/settings-types';
import { useAnnounce } from './announcer';
import { forgetKept, keepNow, keepSoon, tellOfUnkept } from './unsaved';
import { same, Written } from './written';

const DraftContext = createContext(new Written());

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
  const written = useRef<Written>(null);
  written.current ??= new Written();
  const lastOwner = useRef<string | null>(null);
  const announce = useAnnounce();
  if (owner !== null && lastOwner.current !== owner) {
    written.current.handOver(kept);
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
  return <DraftContext.Provider value={written.current}>{children}</DraftContext.Provider>;
}

/** The value that stands there when the key comes; the page may make it anew each time that it draws. */
function useFirst<Value>(key: string, first: Value): Value {
  const came = useRef({ key, first });
  if (came.current.key !== key) came.current = { key, first };
  return came.current.first;
}

function useValue<Value>(key: string, first: Value): Value {
  const written = useContext(DraftContext);
  const watch = useCallback((watcher: () => void) => written.watch(key, watcher), [written, key]);
  return useSyncExternalStore(watch, () => written.read(key, first));
}

/**
 * A piece of state that outlives its screen. `forget` gives back the first value;
 * told what was used, it does so only where nothing has been changed since.
 */
export function useDraft<Value>(key: string, first: Value) {
  const written = useContext(DraftContext);
  const start = useFirst(key, first);
  const value = useValue(key, start);
  const change = useDraftChange(key, start);
  const forget = useCallback((used?: Value) => void written.forget(key, start, used), [written, key, start]);
  return [value, change, forget] as const;
}

/** Changes a piece of state of another screen, which is not drawn anew by it. */
export function useDraftChange<Value>(key: string, first: Value) {
  const written = useContext(DraftContext);
  const start = useFirst(key, first);
  return useCallback(
    (next: Value | ((before: Value) => Value)) => void written.change(key, start, next),
    [written, key, start],
  );
}

/**
 * A text that is being written, which outlives the program too: it is kept in
 * the store whenever its writer pauses, and forgotten when it is used. `of` is
 * the case that it is about.
 */
export function useWritten<Value>(key: string, of: string | null, first: Value) {
  const written = useContext(DraftContext);
  written.giveBack(key, first);
  const start = useFirst(key, first);
  const value = useValue(key, start);
  const change = useCallback(
    (next: Value | ((before: Value) => Value)) => {
      const after = written.change(key, start, next);
      // What is empty again needs no keeping.
      if (same(after, start)) forgetKept(key);
      else keepSoon(key, of, after);
    },
    [written, key, of, start],
  );
  const forget = useCallback(
    (used?: Value) => {
      if (written.forget(key, start, used)) forgetKept(key);
    },
    [written, key, start],
  );
  return [value, change, forget] as const;
}
