import { useEffect, useRef, useState } from 'react';
import { bulkCheck, bulkClose, bulkOpen, bulkRun, bulkUndo } from '../../backend/commands';
import type { BulkInput, BulkStep, StoppedCase } from '../../backend/bulk-types';
import { toFailure, type Failure } from '../../backend/failure';
import { useAlone } from '../../backend/use-alone';

/** How many stopped cases are kept to be shown. */
const SHOWN = 500;

export type Phase = 'asking' | 'checking' | 'checked' | 'running' | 'done' | 'undoing' | 'undone';

/** How far something with many cases has come. */
export interface BulkState {
  phase: Phase;
  canBeUndone: boolean;
  /** How many cases it can be done with, was done with, or was undone in. */
  ready: number;
  done: number;
  undone: number;
  /** How many cases are left of what goes on; none while they are gathered to be checked. */
  left: number;
  stopped: StoppedCase[];
  stoppedCount: number;
}

const begun: BulkState = {
  phase: 'asking',
  canBeUndone: false,
  ready: 0,
  done: 0,
  undone: 0,
  left: 0,
  stopped: [],
  stoppedCount: 0,
};

/** The same with many cases, lot by lot: what would stop each, then the thing itself, then undoing it. */
export function useBulk() {
  const [state, setState] = useState<BulkState>(begun);
  const [failure, setFailure] = useState<Failure | null>(null);
  const stop = useRef(false);
  // The core holds one alone, and each loop knows only of its own lots.
  const alone = useAlone();

  // Whoever leaves in the middle leaves nothing open.
  useEffect(
    () => () => {
      stop.current = true;
      void bulkClose().catch(() => undefined);
    },
    [],
  );

  const begin = (work: () => Promise<void>) =>
    alone(() => {
      stop.current = false;
      setFailure(null);
      return work();
    });
  const through = async (
    from: BulkState,
    going: Phase,
    over: Phase,
    step: () => Promise<BulkStep>,
    counted: 'ready' | 'done' | 'undone',
  ) => {
    let so: BulkState = { ...from, phase: going, stopped: [], stoppedCount: 0 };
    setState(so);
    try {
      do {
        const lot = await step();
        so = {
          ...so,
          [counted]: so[counted] + lot.done.length,
          left: lot.left,
          stopped: [...so.stopped, ...lot.stopped].slice(0, SHOWN),
          stoppedCount: so.stoppedCount + lot.stopped.length,
        };
        setState(so);
      } while (so.left > 0 && !stop.current);
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
    setState({ ...so, phase: over });
  };
  const check = async (input: BulkInput) => {
    setState({ ...begun, phase: 'checking' });
    try {
      const opened = await bulkOpen(input);
      const from = { ...begun, canBeUndone: opened.can_be_undone, left: opened.cases };
      // Who stopped while the cases were gathered is told nothing of any of them.
      if (stop.current) setState(begun);
      else await through(from, 'checking', 'checked', bulkCheck, 'ready');
    } catch (thrown) {
      setFailure(toFailure(thrown));
      setState(begun);
    }
  };
  return {
    state,
    failure,
    check: (input: BulkInput) => begin(() => check(input)),
    run: () => begin(() => through(state, 'running', 'done', bulkRun, 'done')),
    undo: () => begin(() => through(state, 'undoing', 'undone', bulkUndo, 'undone')),
    onStop: () => (stop.current = true),
  };
}
