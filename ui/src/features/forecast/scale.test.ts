import { expect, test } from 'vitest';
import { marksFor, stepFor } from './scale';

test('the marks of an axis are round and few, and reach the top', () => {
  for (const top of [0, 1, 2, 5, 6, 9, 10, 11, 26, 49, 50, 51, 99, 100, 347, 1000, 12345]) {
    const marks = marksFor(top);
    expect(marks[0]).toBe(0);
    expect(marks[marks.length - 1]).toBeGreaterThanOrEqual(top);
    expect(marks.length).toBeGreaterThanOrEqual(2);
    expect(marks.length).toBeLessThanOrEqual(6);
  }
});

test('a step is 1, 2 or 5 and zeros', () => {
  expect([1, 5, 6, 10, 11, 25, 26, 50, 51, 101, 300].map(stepFor)).toEqual([1, 1, 2, 2, 5, 5, 10, 10, 20, 50, 100]);
});
