import { describe, expect, it } from 'vitest';
import { dayAfter } from './day-after';

describe('the day after', () => {
  it('goes over the ends of months, years and summer time', () => {
    expect(dayAfter('2026-02-28')).toBe('2026-03-01');
    expect(dayAfter('2028-02-28')).toBe('2028-02-29');
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
    expect(dayAfter('2026-03-28')).toBe('2026-03-29');
    expect(dayAfter('2026-10-24')).toBe('2026-10-25');
  });
});
