/** From how many a step of the calendar goes; the last goes on for ever. */
export type Step = { from: number; to: number | null };

/** As few steps as there are numbers for, four at most, alike in width, so that the busiest day is in the last. */
export function stepsTo(most: number): Step[] {
  const width = Math.max(2, Math.ceil(most / 4));
  const count = Math.min(4, Math.max(1, Math.ceil(most / width)));
  return Array.from({ length: count }, (_, at) => ({
    from: at * width + 1,
    to: at === count - 1 ? null : (at + 1) * width,
  }));
}

/** The step that a number stands in, counted from 1; 0 where there is nothing. */
export function stepOf(count: number, steps: readonly Step[]): number {
  if (count === 0) return 0;
  const at = steps.findIndex(({ to }) => to === null || count <= to);
  return at < 0 ? steps.length : at + 1;
}
