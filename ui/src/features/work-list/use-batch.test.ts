import { expect, test } from 'vitest';
import { lotsOf } from './use-batch';

test('every letter is in one lot, and in order', () => {
  const items = Array.from({ length: 35 }, (_, at) => at);
  expect(lotsOf(items, 16).map((lot) => lot.length)).toEqual([16, 16, 3]);
  expect(lotsOf(items, 16).flat()).toEqual(items);
  expect(lotsOf([], 16)).toEqual([]);
});
