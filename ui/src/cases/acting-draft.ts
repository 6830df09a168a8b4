import type { Representative, RepresentativeIn } from '../backend/people-types';
import type { RepresentativeKind } from '../backend/types';
import { shortDate } from '../dates/format';

/** What an authority covers, until when, and who has seen the paper, as it is typed. */
export interface AuthorityDraft {
  narrowed: boolean;
  registers: string[];
  rights: string[];
  validTo: string;
  seenBy: string;
  seenOn: string;
}

/** Whoever acts for the person, as it is typed. */
export interface ActingDraft extends AuthorityDraft {
  kind: RepresentativeKind | '';
  name: string;
  addressLines: string;
  country: string;
  evidence: string;
}

/** Nothing is known of the paper yet. */
export const emptyAuthority: AuthorityDraft = {
  narrowed: false,
  registers: [],
  rights: [],
  validTo: '',
  seenBy: '',
  seenOn: '',
};

/** What is known now. Nobody yet: then whoever types is taken for who saw the paper, today. */
export function actingOf(acting: Representative | null, me: string, today: string): ActingDraft {
  return {
    kind: acting?.kind ?? '',
    name: acting?.name ?? '',
    addressLines: acting?.address?.lines.join('\n') ?? '',
    country: acting?.address?.country ?? 'NO',
    evidence: acting?.evidence ?? '',
    narrowed: !!acting && acting.registers.length + acting.rights.length > 0,
    registers: acting?.registers ?? [],
    rights: acting?.rights ?? [],
    validTo: acting?.valid_to ? shortDate(acting.valid_to) : '',
    seenBy: acting ? (acting.seen_by ?? '') : me,
    seenOn: acting ? (acting.seen_on ? shortDate(acting.seen_on) : '') : today,
  };
}

/** The same as the core takes it. What is not narrowed covers everything. */
export function representativeOf(draft: ActingDraft, day: (typed: string) => string | null): RepresentativeIn {
  const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());
  const lines = draft.addressLines.split('\n').map((line) => line.trim()).filter(Boolean);
  return {
    kind: draft.kind === '' ? null : draft.kind,
    name: draft.name.trim(),
    address: lines.length === 0 ? null : { lines, country: draft.country },
    evidence: orNull(draft.evidence),
    registers: draft.narrowed ? draft.registers : [],
    rights: draft.narrowed ? draft.rights : [],
    valid_to: day(draft.validTo),
    seen_by: orNull(draft.seenBy),
    seen_on: day(draft.seenOn),
  };
}
