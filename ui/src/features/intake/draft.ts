import type {
  Channel,
  Demand,
  IdentityMethod,
  IdentityStatus,
  Language,
  Protection,
  RequestIn,
} from '../../backend/types';
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

/** The form as it is typed: every date and number is still text. */
export interface IntakeDraft {
  channel: Channel | '';
  receivedOn: string;
  language: Language;
  theirReference: string;
  name: string;
  identityNumber: string;
  addressLines: string;
  country: string;
  email: string;
  protection: Protection;
  identityStatus: IdentityStatus;
  identityMethod: IdentityMethod | '';
  identityOn: string;
  text: string;
  attachments: AttachmentDraft[];
  registers: string[];
  demands: DemandDraft[];
}

export const emptyDraft: IntakeDraft = {
  channel: '',
  receivedOn: '',
  language: 'nb',
  theirReference: '',
  name: '',
  identityNumber: '',
  addressLines: '',
  country: 'NO',
  email: '',
  protection: 'ingen',
  identityStatus: 'unchecked',
  identityMethod: '',
  identityOn: '',
  text: '',
  attachments: [],
  registers: [],
  demands: [],
};

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

function addressOf(draft: IntakeDraft) {
  const lines = draft.addressLines.split('\n').map((line) => line.trim()).filter(Boolean);
  return lines.length === 0 ? null : { lines, country: draft.country.trim().toUpperCase() };
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
      born_on: null,
      deceased_on: null,
      protection: draft.protection,
      address: addressOf(draft),
      email: orNull(draft.email),
    },
    identity: {
      status: draft.identityStatus,
      method: draft.identityMethod === '' ? null : draft.identityMethod,
      on: dateOrNull(draft.identityOn),
    },
    representative: null,
    inform_parents: null,
    text: draft.text,
    attachments: draft.attachments.map(attachmentOf),
    demands: draft.demands.map(demandOf),
  };
}

/** The draft with one right ticked on or off for one register. */
export function toggled(draft: IntakeDraft, register: string, right: string): IntakeDraft {
  const isThis = (each: DemandDraft) => each.register === register && each.right === right;
  const demands = draft.demands.some(isThis)
    ? draft.demands.filter((each) => !isThis(each))
    : [...draft.demands, { register, right, grounds: '', facts: {} }];
  return { ...draft, demands };
}
