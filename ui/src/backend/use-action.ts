import { useCallback, useState } from 'react';
import { toFailure, type Failure } from './failure';

export interface Action<Input, Answer> {
  /** Runs the action once; null when it failed, and then `failure` says why. */
  run: (input: Input) => Promise<Answer | null>;
  pending: boolean;
  failure: Failure | null;
  clear: () => void;
}

/** A command that changes something: whether it is running, and how it failed. */
export function useAction<Input, Answer>(act: (input: Input) => Promise<Answer>): Action<Input, Answer> {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = useCallback(
    async (input: Input) => {
      setPending(true);
      setFailure(null);
      try {
        return await act(input);
      } catch (thrown) {
        setFailure(toFailure(thrown));
        return null;
      } finally {
        setPending(false);
      }
    },
    [act],
  );
  const clear = useCallback(() => setFailure(null), []);
  return { run, pending, failure, clear };
}
