/** A place in the figures: which row, which figure. */
export type At = readonly [row: number, column: number];

/**
 * The place that an arrow moves to: the next one in that direction with
 * something to open. Null when there is none, or the key is no arrow.
 */
export function cellAfter(key: string, [row, column]: At, counts: readonly (readonly number[])[]): At | null {
  const [down, right] =
    key === 'ArrowDown' ? [1, 0]
    : key === 'ArrowUp' ? [-1, 0]
    : key === 'ArrowRight' ? [0, 1]
    : key === 'ArrowLeft' ? [0, -1]
    : [0, 0];
  if (down === 0 && right === 0) return null;
  for (let at: At = [row + down, column + right]; ; at = [at[0] + down, at[1] + right]) {
    const count = counts[at[0]]?.[at[1]];
    if (count === undefined) return null;
    if (count > 0) return at;
  }
}

/** The first place with something to open. */
export function firstCell(counts: readonly (readonly number[])[]): At | null {
  const row = counts.findIndex((each) => each.some((count) => count > 0));
  return row < 0 ? null : [row, counts[row]?.findIndex((count) => count > 0) ?? 0];
}
