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

/**
 * The day of a calendar that an arrow moves to, a week a column: down and up to
 * the next and the last day with something to open, right and left to the
 * nearest weekday of the next week that has one. So every day is reached.
 */
export function dayAfter(key: string, [row, column]: At, counts: readonly (readonly number[])[]): At | null {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const open = ([down, right]: At) => (counts[down]?.[right] ?? 0) > 0;
  const way = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    for (let day = column * rows + row + way; day >= 0 && day < rows * columns; day += way) {
      const at: At = [day % rows, Math.floor(day / rows)];
      if (open(at)) return at;
    }
  }
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    for (let right = column + way; right >= 0 && right < columns; right += way) {
      const days = Array.from({ length: rows }, (_, down): At => [down, right]).filter(open);
      days.sort((one, other) => Math.abs(one[0] - row) - Math.abs(other[0] - row));
      if (days[0]) return days[0];
    }
  }
  return null;
}
