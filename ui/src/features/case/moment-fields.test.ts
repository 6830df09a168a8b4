import { expect, it } from 'vitest';
import { momentOrNull, typed } from './moment-fields';

it.each([
  ['27.03.2026', '14.30', null, '2026-03-27T14:30'],
  ['27.03.2026', '', null, null],
  ['', '14.30', null, null],
  // The second 02:30 of the night in which the clocks go back stays the second, as long as nobody touches it.
  ['25.10.2026', '02.30', '2026-10-25T01:30:00Z', '2026-10-25T01:30:00Z'],
  ['25.10.2026', '02.31', '2026-10-25T01:30:00Z', '2026-10-25T02:31'],
])('%s %s, known as %s, is %s', (on, time, known, wire) => {
  expect(momentOrNull({ on, time }, known)).toBe(wire);
});

it('types a known instant as it is on the wall in Norway', () => {
  expect(typed('2026-03-27T13:30:00Z')).toEqual({ on: '27.03.2026', time: '14.30' });
});
