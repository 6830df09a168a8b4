import { describe, expect, it } from 'vitest';
import type { Representative } from '../backend/people-types';
import { dateOrNull } from '../dates/parse';
import { actingOf, representativeOf } from './acting-draft';

const acting: Representative = {
  kind: 'verge',
  kind_label: 'Verge',
  name: 'Solveig Brekke',
  address: { lines: ['Tangen 3', '6710 Raudeberg'], country: 'NO' },
  evidence: 'vergefullmakt',
  registers: ['npr'],
  rights: [],
  valid_to: '2026-04-30',
  seen_by: 'Kari Myhre',
  seen_on: '2026-03-03',
  against: null,
};

describe('who acts for the person', () => {
  it('is given back as it was when nothing is typed', () => {
    const { kind_label: _label, against: _against, ...known } = acting;
    expect(representativeOf(actingOf(acting, 'Eva Li', '09.03.2026'), dateOrNull)).toEqual(known);
  });

  it('covers everything where it is not narrowed', () => {
    const draft = { ...actingOf(acting, 'Eva Li', '09.03.2026'), narrowed: false };
    expect(representativeOf(draft, dateOrNull)).toMatchObject({ registers: [], rights: [] });
  });

  it('takes whoever types for who saw the paper, where nobody acts yet', () => {
    const draft = actingOf(null, 'Eva Li', '09.03.2026');
    expect(representativeOf(draft, dateOrNull)).toMatchObject({ seen_by: 'Eva Li', seen_on: '2026-03-09', kind: null });
  });
});
