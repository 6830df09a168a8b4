import { expect, test } from 'vitest';
import type { StoppedLetter } from '../../backend/letter-types';
import { byReason } from './stopped-letters';

const letter = (number: string, message: string, fields: string[] = []): StoppedLetter => ({
  cases: [number],
  code: 'gate',
  message,
  fields: fields.map((words) => ({ path: 'fields', code: 'fields', message: words })),
});

test('cases that are stopped by the same stand together, in the order they came', () => {
  const letters = [
    letter('2026/00001-a', 'Saken er avsluttet.'),
    letter('2026/00002-a', '2 krav er ikke oppfylt.', ['Adressen mangler.', 'Felt mangler.']),
    letter('2026/00003-a', 'Saken er avsluttet.'),
  ];
  expect(byReason(letters)).toEqual([
    { reasons: ['Saken er avsluttet.'], cases: ['2026/00001-a', '2026/00003-a'] },
    { reasons: ['Adressen mangler.', 'Felt mangler.'], cases: ['2026/00002-a'] },
  ]);
});
