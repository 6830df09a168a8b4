import { expect, it } from 'vitest';
import { wantedOf } from './found';

it.each([
  ['13846120100', { kind: 'person', number: '13846120100' }],
  [' 138461 20100 ', { kind: 'person', number: '13846120100' }],
  ['1384612010', { kind: 'words', words: '1384612010' }],
  ['2026/00012', { kind: 'number', number: '2026/00012' }],
  ['2026/12-B', { kind: 'number', number: '2026/12-B' }],
  ['26/04711', { kind: 'number', number: '26/04711' }],
  ['NAV-2026/00881', { kind: 'number', number: 'NAV-2026/00881' }],
  ['2024-118', { kind: 'number', number: '2024-118' }],
  ['covid-19', { kind: 'words', words: 'covid-19' }],
  ['og/eller', { kind: 'words', words: 'og/eller' }],
  ['  rus   behandling ', { kind: 'words', words: 'rus behandling' }],
  ['   ', null],
])('«%s» asks for %j', (typed, wanted) => {
  expect(wantedOf(typed)).toEqual(wanted);
});
