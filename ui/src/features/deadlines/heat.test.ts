import { expect, it } from 'vitest';
import { stepOf, stepsTo } from './heat';

it.each([
  [0, [[1, null]]],
  [1, [[1, null]]],
  [3, [[1, 2], [3, null]]],
  [8, [[1, 2], [3, 4], [5, 6], [7, null]]],
  [9, [[1, 3], [4, 6], [7, null]]],
  [400, [[1, 100], [101, 200], [201, 300], [301, null]]],
])('days of at most %s have these steps', (most, expected) => {
  expect(stepsTo(most).map(({ from, to }) => [from, to])).toEqual(expected);
});

it.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 2],
  [7, 4],
  [8, 4],
  [80, 4],
])('%s stands in step %s', (count, step) => {
  expect(stepOf(count, stepsTo(8))).toBe(step);
});
