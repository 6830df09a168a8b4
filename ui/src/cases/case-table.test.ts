import { expect, it } from 'vitest';
import { rowAfter } from './case-table';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 0, 3, 0],
  ['ArrowUp', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['a', 1, 3, null],
  ['End', -1, 0, null],
])('%s from row %i of %i leads to %s', (key, at, count, to) => {
  expect(rowAfter(key, at, count)).toBe(to);
});
