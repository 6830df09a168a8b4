/** The next state when what was used has done its work: what has been changed meanwhile stays as it is. */
export const unlessChanged =
  <Value>(used: Value, next: Value) =>
  (now: Value): Value =>
    now === used ? next : now;
