import type { Check } from '../../backend/types';

/** The points of the checklist that § 25 turns on, in the order of the law; the rest is answered in the case. */
const CONDITIONS = ['begrunnelse', 'dokumentasjon', 'hva-er-feil', 'sterkt-belastende', 'allmenne-hensyn'];

/** The answer that points to a refusal, for a condition that has one. */
export const REFUSES: Record<string, 'ja' | 'nei'> = { 'allmenne-hensyn': 'ja' };

/** The conditions that the case has, in the order of the law. */
export function conditionsOf(checks: readonly Check[]): Check[] {
  return CONDITIONS.flatMap((id) => checks.filter((check) => check.id === id));
}

/** The first condition that nobody has answered. */
export function nextCondition(checks: readonly Check[]): Check | null {
  return conditionsOf(checks).find((check) => check.result === null) ?? null;
}
