import { expect, it } from 'vitest';
import { wantedOf } from './found';

it.each([
  ['13846120100', { kind: 'person', number: '13846120100' }],
  [' 138461 20100 ', { kind: 'person', number: '13846120100' }],
  ['1384612010', { kind: 'words', words: '1384612010' }],
  ['2026/00012', { kind: 'words', words: '2026/00012' }],
  ['  rus   behandling ', { kind: 'words', words: 'rus behandling' }],
  ['   ', null],
])('«%s» asks for %j', (typed, wanted) => {
  expect(wantedOf(typed)).toEqual(wanted);
});
