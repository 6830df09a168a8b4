import { expect, test } from 'vitest';
import type { Approval, LetterInput, PendingLetter } from '../../backend/letter-types';
import { isAsPut, stepOf } from './use-approval';

const input: LetterInput = { cases: ['2026/00001-a'], kind: 'answer', fields: {}, send: null, to: null, copies: [], dated_on: null, corrects: null };
const pending: PendingLetter = {
  kind: 'answer',
  kind_label: 'Svar på krav',
  cases: ['2026/00001-a'],
  fields: { reasons: 'Fordi.', guidance: 'Skriv til oss.' },
  send: null,
  to: null,
  copies: [],
  corrects: null,
  state: 'asked',
  asked_by: 'Kari Myhre',
  asked_on: '2026-02-10',
};
const approval = (state: Approval['state'], more: Partial<Approval> = {}): Approval => ({
  state,
  asked_by: null,
  by: null,
  reason: null,
  can_ask: false,
  may_answer: false,
  ...more,
});

test('a letter is as it was put before a second person whatever order its fields have', () => {
  expect(isAsPut(pending, { ...input, fields: { guidance: 'Skriv til oss.', reasons: 'Fordi.', refused: ' ' } })).toBe(true);
  expect(isAsPut(pending, { ...input, fields: { guidance: 'Skriv til oss.', reasons: 'Derfor.' } })).toBe(false);
  expect(isAsPut(pending, { ...input, fields: pending.fields, send: 'brev' })).toBe(false);
  expect(isAsPut(pending, { ...input, fields: pending.fields, copies: ['person'] })).toBe(false);
  expect(isAsPut(null, input)).toBe(false);
});

test('the step follows from what a second person has said', () => {
  expect(stepOf(approval('not-needed'), false)).toBe('issue');
  expect(stepOf(approval('not-asked'), false)).toBe('issue');
  expect(stepOf(approval('not-asked', { can_ask: true }), false)).toBe('ask');
  expect(stepOf(approval('asked', { can_ask: true }), true)).toBe('issue');
  expect(stepOf(approval('asked', { can_ask: true }), false)).toBe('ask');
  expect(stepOf(approval('asked', { can_ask: true, may_answer: true }), true)).toBe('answer');
  expect(stepOf(approval('sent-back', { can_ask: true }), true)).toBe('ask');
  expect(stepOf(approval('changed', { can_ask: true }), true)).toBe('ask');
  expect(stepOf(approval('approved'), true)).toBe('issue');
});
