import { expect, it } from 'vitest';
import { cellAfter, dayAfter, firstCell, type At } from './cell-after';

const counts = [
  [0, 2, 0, 1],
  [0, 0, 0, 3],
  [1, 1, 0, 0],
];

it.each<[string, At, At | null]>([
  ['ArrowRight', [0, 1], [0, 3]],
  ['ArrowRight', [0, 3], null],
  ['ArrowLeft', [0, 3], [0, 1]],
  ['ArrowLeft', [0, 1], null],
  ['ArrowDown', [0, 1], [2, 1]],
  ['ArrowDown', [0, 3], [1, 3]],
  ['ArrowDown', [1, 3], null],
  ['ArrowUp', [2, 0], null],
  ['ArrowUp', [2, 1], [0, 1]],
  ['Enter', [0, 1], null],
])('%s from %j leads to %j', (key, from, to) => {
  expect(cellAfter(key, from, counts)).toEqual(to);
});

it('begins where there is something to open', () => {
  expect(firstCell(counts)).toEqual([0, 1]);
  expect(firstCell([[0], [4]])).toEqual([1, 0]);
  expect(firstCell([])).toBeNull();
  expect(firstCell([[0, 0]])).toBeNull();
});

// Four weeks of three days: Monday and Wednesday of the first, Tuesday of the second, nothing of the third, Wednesday of the fourth.
const weeks = [
  [1, 0, 0, 0],
  [0, 3, 0, 0],
  [2, 0, 0, 1],
];

it.each([
  ['ArrowDown', [0, 0], [2, 0]],
  ['ArrowDown', [2, 0], [1, 1]],
  ['ArrowDown', [1, 1], [2, 3]],
  ['ArrowDown', [2, 3], null],
  ['ArrowUp', [1, 1], [2, 0]],
  ['ArrowUp', [0, 0], null],
  ['ArrowRight', [0, 0], [1, 1]],
  ['ArrowRight', [1, 1], [2, 3]],
  ['ArrowLeft', [2, 3], [1, 1]],
  ['ArrowLeft', [1, 1], [0, 0]],
  ['Home', [1, 1], null],
] as const)('in a calendar, %s goes from %s to %s', (key, from, to) => {
  expect(dayAfter(key, from, weeks)).toEqual(to);
});
