import { describe, expect, it } from 'vitest';
import { urgencyOf } from './deadline-state';

const open = { state: 'open' as const, status: 'under-arbeid', due_on: '2026-03-02', late: false, paused_since_on: null, reopened_on: null };

describe('when it hurts', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'today'],
    [1, 'soon'],
    [5, 'soon'],
    [6, 'later'],
  ])('%i days left is %s', (days_left, urgency) => {
    expect(urgencyOf({ ...open, days_left })).toBe(urgency);
  });

  it('a pause that stops the clock stands apart; one that does not keeps its date', () => {
    const paused = { ...open, state: 'suspended' as const, paused_since_on: '2026-02-20' };
    expect(urgencyOf({ ...paused, due_on: null, days_left: null })).toBe('paused');
    expect(urgencyOf({ ...paused, days_left: 3 })).toBe('soon');
  });

  it('a case that was answered and opened again is not late by the date of its first answer', () => {
    expect(urgencyOf({ ...open, reopened_on: '2026-04-20', days_left: null })).toBe('reopened');
  });

  it('a finished case hurts no more, however late it was', () => {
    expect(urgencyOf({ ...open, state: 'answered', days_left: -4, late: true })).toBe('done');
  });

  it('a case that went elsewhere is finished once the person knows', () => {
    const forwarded = { ...open, state: 'forwarded' as const, days_left: -4, late: true };
    expect(urgencyOf({ ...forwarded, status: 'ikke-sendt' })).toBe('overdue');
    expect(urgencyOf({ ...forwarded, status: 'avsluttet' })).toBe('done');
  });
});
