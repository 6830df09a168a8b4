import { describe, expect, it } from 'vitest';
import { emptyDraft, emptyRepresentative, requestOf, toggled } from './draft';

describe('from form to request', () => {
  it('an empty form is a request with nulls, not with empty words', () => {
    const request = requestOf(emptyDraft);
    expect(request.received_on).toBeNull();
    expect(request.channel).toBeNull();
    expect(request.person).toMatchObject({ name: null, identity_number: null, address: null, email: null });
  });

  it('dates, numbers and addresses are read', () => {
    const request = requestOf({
      ...emptyDraft,
      receivedOn: '31.1.2026',
      identityNumber: '138461 20100',
      addressLines: 'Strandgata 7\n 6700 Måløy \n',
      attachments: [{ title: 'Legeerklæring', pages: '2' }],
    });
    expect(request.received_on).toBe('2026-01-31');
    expect(request.person.identity_number).toBe('13846120100');
    expect(request.person.address).toEqual({ lines: ['Strandgata 7', '6700 Måløy'], country: 'NO' });
    expect(request.attachments).toEqual([{ title: 'Legeerklæring', pages: 2 }]);
  });

  it('an unanswered fact is left out, so that the core asks for it or takes the default', () => {
    const ticked = toggled(emptyDraft, 'hpr', 'innsyn');
    const request = requestOf({ ...ticked, demands: ticked.demands.map((each) => ({ ...each, facts: { yrke: '' } })) });
    expect(request.demands).toEqual([{ register: 'hpr', right: 'innsyn', grounds: null, facts: {} }]);
  });

  it('a fact that is a day goes over as a day', () => {
    const ticked = toggled(emptyDraft, 'kpr', 'begrenset-lagring');
    const demands = ticked.demands.map((each) => ({ ...each, facts: { hendelse: '31.12.1995' } }));
    expect(requestOf({ ...ticked, demands }).demands[0]?.facts).toEqual({ hendelse: '1995-12-31' });
  });

  it('ticking twice is ticking off', () => {
    expect(toggled(toggled(emptyDraft, 'kpr', 'sletting'), 'kpr', 'sletting').demands).toEqual([]);
  });

  it('an authority is narrowed to what is asked for, and to nothing that was ticked off again', () => {
    const acting = { ...emptyRepresentative, narrowed: true, registers: ['npr', 'kpr'], rights: ['innsyn'] };
    const draft = toggled({ ...emptyDraft, representative: { ...acting, seenOn: '3.3.2026' } }, 'npr', 'innsyn');
    const asked = requestOf(draft).representative;
    expect(asked).toMatchObject({ registers: ['npr'], rights: ['innsyn'], seen_on: '2026-03-03', seen_by: null });
    const whole = requestOf({ ...draft, representative: { ...acting, narrowed: false } }).representative;
    expect(whole).toMatchObject({ registers: [], rights: [] });
  });

  it('the other parent is told of a child alone', () => {
    const otherParent = { name: 'Ane Lid', addressLines: '', evidence: '' };
    const of = (bornOn: string) =>
      requestOf({ ...emptyDraft, receivedOn: '2.3.2026', bornOn, otherParent }).other_parent;
    expect(of('1.5.2013')).toEqual({ name: 'Ane Lid', address: null, evidence: null });
    expect(of('1.5.1983')).toBeNull();
  });
});
