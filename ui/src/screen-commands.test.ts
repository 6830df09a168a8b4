import { expect, it } from 'vitest';
import { caseNumber } from './screen-commands';

it('reads a case number however short it is typed', () => {
  expect(caseNumber('2026/00012-a')).toBe('2026/00012-a');
  expect(caseNumber(' 2026/12 ')).toBe('2026/00012-a');
  expect(caseNumber('2026/12-B')).toBe('2026/00012-b');
  expect(caseNumber('26/12')).toBeNull();
  expect(caseNumber('frist')).toBeNull();
});
