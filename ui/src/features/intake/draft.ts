import type { TypedRequest } from '../../backend/file-types';
import type {
  Channel,
  Demand,
  IdentityMethod,
  IdentityStatus,
  Language,
  Protection,
  RepresentativeKind,
  RequestIn,
} from '../../backend/types';
import { emptyAuthority, type AuthorityDraft } from '../../cases/acting-draft';
import { otherParentIn, type OtherParentDraft } from '../../cases/other-parent';
import { dateOrNull } from '../../dates/parse';

/** A demand in the making; what is typed about it is kept when it is ticked off and on again. */
export interface DemandDraft {
  register: string;
  right: string;
  grounds: string;
  facts: Record<string, string>;
}

export interface AttachmentDraft {
  title: string;
  pages: string;
}

/** A file that waits for the request, as the core knows it. */
export interface FileDraft {
  id: string;
  title: string;
  kind: string;
  size: number;
}

/** Whoever acts for the person, as it is typed. */
export interface RepresentativeDraft extends AuthorityDraft {
  kind: RepresentativeKind | '';
  name: string;
  addressLines: string;
  evidence: string;
}

/** What falls under other rules, as it is typed. */
export interface OtherRulesDraft {
  rules: string;
  text: string;
}

/** The form as it is typed: every date and number is still text. */
export interface IntakeDraft {
  channel: Channel | '';
  receivedOn: string;
  language: Language;
  theirReference: string;
  archiveNumber: string;
  name: string;
  identityNumber: string;
  addressLines: string;
  country: string;
  email: string;
  protection: Protection;
  identityStatus: IdentityStatus;
  identityMethod: IdentityMethod | '';
  identityOn: string;
  bornOn: string;
  informParents: '' | 'yes' | 'no';
  representative: RepresentativeDraft | null;
  otherParent: OtherParentDraft | null;
  text: string;
  attachments: AttachmentDraft[];
  files: FileDraft[];
  otherRules: OtherRulesDraft[];
  registers: string[];
  demands: DemandDraft[];
}

export const emptyDraft: IntakeDraft = {
  channel: '',
  receivedOn: '',
  language: 'nb',
  theirReference: '',
  archiveNumber: '',
  name: '',
  identityNumber: '',
  addressLines: '',
  country: 'NO',
  email: '',
  protection: 'ingen',
  identityStatus: 'unchecked',
  identityMethod: '',
  identityOn: '',
  bornOn: '',
  informParents: '',
  representative: null,
  otherParent: null,
  text: '',
  attachments: [],
  files: [],
  otherRules: [],
  registers: [],
  demands: [],
};

export const emptyRepresentative: RepresentativeDraft = {
  ...emptyAuthority,
  kind: '',
  name: '',
  addressLines: '',
  evidence: '',
};

/** Whoever acts for the person. What was kept before there was more to say has nothing of it. */
export const actingIn = ({ representative }: IntakeDraft): RepresentativeDraft | null =>
  representative && { ...emptyRepresentative, ...representative };

/** Who is younger than this has a say of their own about what the parents are told. */
const GROWN_UP = 18;

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

function addressOf(typed: string, country: string) {
  const lines = typed.split('\n').map((line) => line.trim()).filter(Boolean);
  return lines.length === 0 ? null : { lines, country: country.trim().toUpperCase() };
}

/** Whether the day of birth says that the person was not grown up when the request came. */
export function isChild(draft: IntakeDraft): boolean {
  const [born, received] = [dateOrNull(draft.bornOn), dateOrNull(draft.receivedOn)];
  if (!born) return false;
  const on = received ?? new Date().toISOString().slice(0, 10);
  const grownUp = `${Number(born.slice(0, 4)) + GROWN_UP}${born.slice(4)}`;
  return on < grownUp;
}

/** Whether the request is about a child, as far as the form says; then another may have parental responsibility too. */
export const aboutChild = (draft: IntakeDraft): boolean =>
  isChild(draft) || actingIn(draft)?.kind === 'forelder';

/** What is claimed no longer narrows nothing: only what is asked for is asked about. */
function scopeOf(draft: RepresentativeDraft, demands: readonly DemandDraft[]) {
  const among = (chosen: string[], claimed: string[]) =>
    draft.narrowed ? chosen.filter((each) => claimed.includes(each)) : [];
  return {
    registers: among(draft.registers, demands.map((each) => each.register)),
    rights: among(draft.rights, demands.map((each) => each.right)),
  };
}

function representativeOf(draft: RepresentativeDraft, demands: readonly DemandDraft[]) {
  return {
    ...scopeOf(draft, demands),
    valid_to: dateOrNull(draft.validTo),
    seen_by: orNull(draft.seenBy),
    seen_on: dateOrNull(draft.seenOn),
    kind: draft.kind === '' ? null : draft.kind,
    name: orNull(draft.name),
    address: addressOf(draft.addressLines, 'NO'),
    evidence: orNull(draft.evidence),
  };
}

function demandOf(draft: DemandDraft): Demand {
  // Days are typed as everywhere else; a chosen value never looks like one.
  const facts = Object.fromEntries(
    Object.entries(draft.facts)
      .filter(([, value]) => value.trim() !== '')
      .map(([key, value]) => [key, dateOrNull(value) ?? value]),
  );
  return { register: draft.register, right: draft.right, grounds: orNull(draft.grounds), facts };
}

function attachmentOf(draft: AttachmentDraft) {
  const pages = draft.pages.trim();
  return { title: draft.title.trim(), pages: /^\d+$/.test(pages) ? Number(pages) : null };
}

/** The request as the core takes it. What cannot be read yet is null, so that a preview can be asked for. */
export function requestOf(draft: IntakeDraft): RequestIn {
  const acting = actingIn(draft);
  return {
    received_on: dateOrNull(draft.receivedOn),
    received_at: null,
    channel: draft.channel === '' ? null : draft.channel,
    language: draft.language,
    their_reference: orNull(draft.theirReference),
    idempotency_key: null,
    person: {
      name: orNull(draft.name),
      identity_number: orNull(draft.identityNumber)?.replaceAll(/\s/g, '') ?? null,
      born_on: dateOrNull(draft.bornOn),
      deceased_on: null,
      protection: draft.protection,
      address: addressOf(draft.addressLines, draft.country),
      email: orNull(draft.email),
    },
    identity: {
      status: draft.identityStatus,
      method: draft.identityMethod === '' ? null : draft.identityMethod,
      on: dateOrNull(draft.identityOn),
    },
    representative: acting && representativeOf(acting, draft.demands),
    other_parent: aboutChild(draft) && draft.otherParent ? otherParentIn(draft.otherParent) : null,
    inform_parents: draft.informParents === '' || !isChild(draft) ? null : draft.informParents === 'yes',
    text: draft.text,
    attachments: draft.attachments.map(attachmentOf),
    demands: draft.demands.map(demandOf),
    other_rules: draft.otherRules.map((each) => ({ rules: each.rules || null, text: orNull(each.text) })),
    archive_number: orNull(draft.archiveNumber),
  };
}

/** The request with the files that wait for it. */
export function typedOf(draft: IntakeDraft): TypedRequest {
  return { draft: requestOf(draft), files: draft.files.map(({ id, title }) => ({ id, title: title.trim() })) };
}

/** The draft with one right ticked on or off for one register. */
export function toggled(draft: IntakeDraft, register: string, right: string): IntakeDraft {
  const isThis = (each: DemandDraft) => each.register === register && each.right === right;
  const demands = draft.demands.some(isThis)
    ? draft.demands.filter((each) => !isThis(each))
    : [...draft.demands, { register, right, grounds: '', facts: {} }];
  return { ...draft, demands };
}

/** The draft with access claimed in each of these registers. */
export function withEverything(draft: IntakeDraft, registers: readonly string[]): IntakeDraft {
  return registers.reduce((so, register) => {
    const row = so.registers.includes(register) ? so : { ...so, registers: [...so.registers, register] };
    const has = row.demands.some((each) => each.register === register && each.right === 'innsyn');
    return has ? row : toggled(row, register, 'innsyn');
  }, draft);
}
