import { describe, expect, it } from 'vitest';
import { placeIn } from './use-place';

describe('the place in a list', () => {
  const before = ['a', 'b', 'c', 'd'];

  it('is the case itself as long as it is there', () => {
    expect(placeIn(before, ['c', 'b'], 'b')).toBe('b');
    expect(placeIn(before, before, null)).toBeNull();
  });

  it('is the next one, or else the one before, when the case has left', () => {
    expect(placeIn(before, ['a', 'c', 'd'], 'b')).toBe('c');
    expect(placeIn(before, ['a', 'd'], 'b')).toBe('d');
    expect(placeIn(before, ['a', 'b', 'c'], 'd')).toBe('c');
    expect(placeIn(before, [], 'b')).toBeNull();
    expect(placeIn(['x'], ['a'], 'b')).toBeNull();
  });
});
