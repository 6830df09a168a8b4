/** Steps that people count in: 1, 2 or 5 times a power of ten, so that no more than five of them reach the top. */
export function stepFor(top: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) {
      if (top <= 5 * step) return step;
    }
  }
}

/** The marks of an axis from nothing to the first one that is not below the top. */
export function marksFor(top: number): number[] {
  const step = stepFor(Math.max(1, top));
  const count = Math.max(1, Math.ceil(top / step));
  return Array.from({ length: count + 1 }, (_, place) => place * step);
}
