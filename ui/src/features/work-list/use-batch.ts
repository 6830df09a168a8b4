import { useRef, useState } from 'react';
import { lettersIssue } from '../../backend/commands';
import type { Letter, LettersInput, StoppedLetter } from '../../backend/letter-types';
import { useAction } from '../../backend/use-action';

/** How many letters go to the core at a time: between two lots the user may stop. */
const LOT = 16;

export interface Batch {
  running: boolean;
  done: number;
  of: number;
  issued: Letter[];
  stopped: StoppedLetter[];
  /** Cases whose letters were left when the user stopped, or something else did. */
  left: string[];
}

/** Issues letters lot by lot, so that one sees how far it has come and can stop. */
export function useBatch() {
  const issue = useAction(lettersIssue);
  const [batch, setBatch] = useState<Batch | null>(null);
  const stop = useRef(false);

  const run = async (letters: readonly (readonly string[])[], input: Omit<LettersInput, 'cases'>) => {
    stop.current = false;
    const so: Batch = { running: true, done: 0, of: letters.length, issued: [], stopped: [], left: [] };
    setBatch({ ...so });
    for (const lot of lotsOf(letters, LOT)) {
      const answer = stop.current ? null : await issue.run({ ...input, cases: lot.flat() });
      if (!answer) stop.current = true;
      so.issued = [...so.issued, ...(answer?.issued ?? [])];
      so.stopped = [...so.stopped, ...(answer?.stopped ?? [])];
      so.left = [...so.left, ...(answer?.left ?? lot.flat())];
      so.done += answer ? lot.length : 0;
      setBatch({ ...so });
    }
    setBatch({ ...so, running: false });
  };
  return { batch, run, failure: issue.failure, onStop: () => (stop.current = true) };
}

/** A list in pieces of at most so many. */
export function lotsOf<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most));
}
