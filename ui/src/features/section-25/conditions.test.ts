import { describe, expect, it } from 'vitest';
import type { Check, CheckResult } from '../../backend/types';
import { conditionsOf, nextCondition } from './conditions';

const check = (id: string, result: CheckResult | null = null): Check => ({
  id, result, text: id, required: true, doubtful: false, source: null, note: null, by: null, on: null,
});
const names = (checks: readonly Check[]) => checks.map((each) => each.id);

describe('the conditions of § 25', () => {
  it('come in the order of the law, whatever the order of the checklist, and without the rest of it', () => {
    const list = ['allmenne-hensyn', 'identitet', 'dokumentasjon', 'sterkt-belastende', 'begrunnelse', 'art-17'];
    expect(names(conditionsOf(list.map((id) => check(id))))).toEqual([
      'begrunnelse', 'dokumentasjon', 'sterkt-belastende', 'allmenne-hensyn',
    ]);
  });

  it('for retting ask what is wrong, and not whether it is a burden', () => {
    const list = ['begrunnelse', 'dokumentasjon', 'hva-er-feil', 'mottakere'];
    expect(names(conditionsOf(list.map((id) => check(id))))).toEqual(['begrunnelse', 'dokumentasjon', 'hva-er-feil']);
  });

  it('are answered one by one', () => {
    const list = [check('begrunnelse', 'ja'), check('dokumentasjon', 'nei'), check('sterkt-belastende'), check('allmenne-hensyn')];
    expect(nextCondition(list)?.id).toBe('sterkt-belastende');
    expect(nextCondition(list.map((each) => ({ ...each, result: 'ja' })))).toBeNull();
  });
});
