import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { onLanguage, shownLanguage } from '../texts/shown-language';
import { toFailure, type Failure } from './failure';

export interface Query<Data> {
  /** The last answer; kept while a newer one is on its way, so that nothing flickers. */
  data: Data | null;
  failure: Failure | null;
  loading: boolean;
  reload: () => void;
}

interface Settled<Data> {
  data: Data | null;
  failure: Failure | null;
  settledKey: string | null;
}

/**
 * Asks the core, and asks anew whenever `key` changes. An answer that comes
 * after a newer question is dropped. A null key asks nothing. The core answers
 * in the language of the page, so another language is another question.
 */
export function useQuery<Data>(key: string | null, ask: () => Promise<Data>, delay = 0): Query<Data> {
  const [settled, setSettled] = useState<Settled<Data>>({ data: null, failure: null, settledKey: null });
  const [round, setRound] = useState(0);
  const asking = useRef(ask);
  asking.current = ask;
  // The first question is never waited for; only those that follow while one types.
  const asked = useRef(false);
  const language = useSyncExternalStore(onLanguage, shownLanguage);
  const wanted = key === null ? null : `${round}:${language}:${key}`;

  useEffect(() => {
    if (wanted === null) return;
    let current = true;
    const wait = asked.current ? delay : 0;
    asked.current = true;
    const timer = window.setTimeout(() => {
      asking.current().then(
        (data) => current && setSettled({ data, failure: null, settledKey: wanted }),
        (thrown: unknown) =>
          current && setSettled((before) => ({ data: before.data, failure: toFailure(thrown), settledKey: wanted })),
      );
    }, wait);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [wanted, delay]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return {
    data: settled.data,
    failure: settled.failure,
    loading: wanted !== null && settled.settledKey !== wanted,
    reload,
  };
}
