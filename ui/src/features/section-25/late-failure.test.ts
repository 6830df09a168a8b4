import { describe, expect, it } from 'vitest';
import { Failure } from '../../backend/failure';
import { toldBeside } from './late-failure';

const field = { path: 'timeline[3]', code: 'case-assigned', message: 'Kari' };
const conflict = new Failure({ code: 'conflict', message: 'Saken er endret.', fields: [field] });

describe('what went wrong', () => {
  it('is told as it is beside its own case', () => {
    expect(toldBeside(conflict, '2026-0001-a', '2026-0001-a')).toBe(conflict);
    expect(toldBeside(null, '2026-0001-a', '2026-0002-a')).toBeNull();
  });

  it('says beside another case whose it is, and nothing that could be taken for that case', () => {
    const told = toldBeside(conflict, '2026-0001-a', '2026-0002-a');
    expect(told).toMatchObject({ message: '2026-0001-a: Saken er endret.', isConflict: false, fields: [] });
  });
});
