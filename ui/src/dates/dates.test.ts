import { describe, expect, it } from 'vitest';
import { daysBetween, longDate, moment, plusDays, shortDate } from './format';
import { parseDate } from './parse';

describe('what people type as a date', () => {
  it.each([
    ['31.01.2026', '2026-01-31'],
    ['2.3.2026', '2026-03-02'],
    [' 02.03.2026 ', '2026-03-02'],
    ['02032026', '2026-03-02'],
    ['2/3/2026', '2026-03-02'],
    ['29.02.2024', '2024-02-29'],
    ['2026-03-02', '2026-03-02'],
  ])('%s is %s', (typed, on) => {
    expect(parseDate(typed)).toEqual({ kind: 'date', on });
  });

  it.each(['29.02.2026', '31.04.2026', '00.01.2026', '12.13.2026'])('%s does not exist', (typed) => {
    expect(parseDate(typed)).toEqual({ kind: 'impossible' });
  });

  it.each(['i går', '2.3.26', '2026'])('%s cannot be read', (typed) => {
    expect(parseDate(typed)).toEqual({ kind: 'unreadable' });
  });

  it('nothing is nothing', () => {
    expect(parseDate('  ')).toEqual({ kind: 'empty' });
  });
});

describe('how dates are shown', () => {
  it('short in tables, long where it matters', () => {
    expect(shortDate('2026-03-02')).toBe('02.03.2026');
    expect(longDate('2026-03-02', 'nb')).toBe('mandag 2. mars 2026');
    expect(longDate('2026-03-02', 'nn')).toBe('måndag 2. mars 2026');
    expect(longDate('2026-03-02', 'en')).toBe('Monday 2 March 2026');
  });
  it('an instant is told in Norwegian time, also in summer', () => {
    expect(moment('2026-02-27T07:02:00Z', 'nb')).toBe('27.02.2026 kl. 08.02');
    expect(moment('2026-07-01T22:30:00Z', 'nn')).toBe('02.07.2026 kl. 00.30');
    expect(moment('2026-07-01T22:30:00Z', 'en')).toBe('02.07.2026 at 00:30');
  });
  it('days are counted over the change to summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
  });
});
