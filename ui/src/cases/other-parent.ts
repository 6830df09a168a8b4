import type { OtherParent, OtherParentIn } from '../backend/people-types';

/** Who has parental responsibility for a child beside whoever acts for it, as it is typed. */
export interface OtherParentDraft {
  name: string;
  addressLines: string;
  evidence: string;
}

export const emptyOtherParent: OtherParentDraft = { name: '', addressLines: '', evidence: '' };

/** What is known now. */
export const otherParentOf = (known: OtherParent | null): OtherParentDraft =>
  known
    ? { name: known.name, addressLines: known.address?.lines.join('\n') ?? '', evidence: known.evidence ?? '' }
    : emptyOtherParent;

/** The same as the core takes it. */
export function otherParentIn({ name, addressLines, evidence }: OtherParentDraft): OtherParentIn {
  const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());
  const lines = addressLines.split('\n').map((line) => line.trim()).filter(Boolean);
  return {
    name: orNull(name),
    address: lines.length === 0 ? null : { lines, country: 'NO' },
    evidence: orNull(evidence),
  };
}
