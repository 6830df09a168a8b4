import { describe, expect, it } from 'vitest';
import { Failure } from '../backend/failure';
import { languages } from '../texts/every-language';
import { told } from './told';

const t = languages.nb.work.conflict;
const entry = (seq: number) => ({ path: `timeline[${seq}]`, code: 'case-assigned', message: 'Kari, 05.02.2026 kl. 09.00' });

describe('a conflict', () => {
  it('says who did what, and that something happened in another case of the request', () => {
    const conflict = new Failure({ code: 'conflict', message: 'Endret.', fields: [entry(3), entry(4)] });
    const show = { timeline: [{ seq: 3, at: '', actor: 'Kari', kind: 'case-assigned', text: 'Saken er tildelt Kari.' }] };
    expect(told(conflict, show, t).fields.map((each) => each.message)).toEqual([
      'Kari, 05.02.2026 kl. 09.00: Saken er tildelt Kari.',
      'Kari, 05.02.2026 kl. 09.00: en annen sak i samme henvendelse',
    ]);
  });

  it('leaves every other failure as it is', () => {
    const refused = new Failure({ code: 'date-order', message: 'Feil dag.', fields: [entry(3)] });
    expect(told(refused, null, t)).toBe(refused);
  });
});
