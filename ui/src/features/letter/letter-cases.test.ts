import { expect, test } from 'vitest';
import type { CaseShow } from '../../backend/types';
import { usualCases } from './letter-cases';

const A = '2026/00001-a';
const B = '2026/00001-b';

/** A case of a request with two, and the kinds of letters that are offered in it. */
function show(kinds: string[]): CaseShow {
  const letter_kinds = kinds.map((kind) => ({ kind, label: kind, proposed: false, why: null }));
  return { case: A, siblings: [A, B], letter_kinds } as unknown as CaseShow;
}

test('a letter about what one case came to is about that case', () => {
  for (const kind of ['answer', 'recipients-notice', 'restriction-lift-notice', 'complaint-forwarding'])
    expect(usualCases(show(['answer']), kind)).toEqual([A]);
});

test('a letter about the request is about all of its cases', () => {
  expect(usualCases(show(['acknowledgement']), 'acknowledgement')).toEqual([A, B]);
});

test('an answer with a decision under section 25 has the other cases too', () => {
  const both = show(['section-25-decision', 'answer']);
  expect(usualCases(both, 'section-25-decision')).toEqual([A]);
  expect(usualCases(both, 'answer')).toEqual([A, B]);
});
