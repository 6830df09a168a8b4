// The documents that pass between the window and the core, written after the
// contract of the command line. Dates are YYYY-MM-DD, names are snake_case.

import type { Complaint, Reopening, Tie } from './after-types';
import type { Breach } from './breach-types';
import type { CaseFile } from './file-types';
import type { Letter, PendingLetter } from './letter-types';
import type {
  Claim,
  IdentityStep,
  InForce,
  LinkedNumber,
  OtherParent,
  OtherParentIn,
  Representative,
  RepresentativeIn,
} from './people-types';
import type { Preferences } from './settings-types';
import type { Task, Unit } from './work-types';

export type Track = 'general' | 'register-access' | 'section-25' | 'forward' | 'not-held';
export type Language = 'nb' | 'nn' | 'en';
export type Channel = 'brev' | 'epost' | 'altinn' | 'helsenorge' | 'telefon' | 'oppmote';
export type Protection = 'ingen' | 'fortrolig' | 'strengt-fortrolig';
export type IdentityStatus = 'unchecked' | 'asked' | 'confirmed' | 'failed';
export type IdentityMethod = 'innlogget-hoyt' | 'brev' | 'oppmote' | 'rekommandert' | 'kontrollsporsmal';
export type CaseState = 'open' | 'suspended' | 'decided' | 'answered' | 'forwarded' | 'closed' | 'withdrawn';
export type CheckResult = 'ja' | 'nei' | 'ikke-aktuelt';
/** Where a § 25 case stands: a queue of its own each, but for the finished ones. */
export type Stage = 'mangler-grunnlag' | 'venter' | 'vurderes' | 'ikke-sendt' | 'ferdig';
/** Whether the grounds or the documents are there. */
export type Evidence = 'mottatt' | 'mangler' | 'bedt-om';
/** What a condition of § 25 came to. */
export type Condition = CheckResult | 'gjenstar';
export type SuspensionGround = 'identitet' | 'fullmakt' | 'presisering' | 'par25-dokumentasjon';

/** A figure of the deadlines. Each counts unanswered cases alone. */
export type Figure = 'forfalt' | 'innen-7' | 'innen-30' | 'pa-vent' | 'forlenget' | 'ubesvart';

export type ExtensionReason = 'kompleksitet' | 'antall';

export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

export interface Warning {
  code: string;
  message: string;
}

export interface Body {
  id: string;
  name: string;
}

export interface SessionState {
  state: 'none' | 'locked' | 'open';
  store: string;
  store_exists: boolean;
  test: boolean;
  organisation: Body | null;
  user: { name: string; role: string } | null;
  users: string[];
  today: string;
  version: string;
  requests: number;
  /** How whoever unlocked it wants the window. */
  preferences: Preferences;
  /** What of the office's own cannot be read, so that the program's is used. */
  unreadable: ('catalogue' | 'letter-texts')[];
}

export interface Organisation extends Body {
  registers: number;
}

export interface StepOfDate {
  op: 'received' | 'add_months' | 'clamp' | 'add_pause' | 'skip_pause' | 'roll';
  from_on: string | null;
  to_on: string | null;
  months: number | null;
  days: number | null;
  rule: string;
  text: string;
  source: string;
}

export interface Deadline {
  received_on: string;
  base_on: string;
  suspended_days: number;
  extended: boolean;
  nominal_on: string;
  due_on: string | null;
  extension_notice_due_on: string | null;
  refusal_due_on: string | null;
  open_suspension: { since_on: string; due_if_answered_on: string } | null;
  steps: StepOfDate[];
}

export interface Reason {
  text: string;
  source: string;
}

export interface Route {
  register: string;
  right: string;
  track: Track;
  mode: string | null;
  handled_by: Body;
  legal_basis: string[];
  /** The identifiers of the same, in the same order. */
  legal_basis_ids: string[];
  checks: { id: string; text: string; required: boolean }[];
  channel: string | null;
  reasons: Reason[];
}

export interface RegisterFact {
  key: string;
  label: string;
  kind: 'choice' | 'date';
  values: { value: string; label: string }[];
  /** The rights for which a case cannot be routed without it. */
  required_for: string[];
  default: string | null;
}

export interface Register {
  id: string;
  short: string;
  names: { nb: string; nn: string; en: string };
  /** The rights that apply; the others can be claimed all the same. */
  rights: string[];
  facts: RegisterFact[];
  /** In which roles it holds data about people. */
  roles: string[];
  /** Whether this office answers requests about it today. */
  answered_here: boolean;
}

export interface Registers {
  registers: Register[];
  rights: { id: string; label: string }[];
  /** Every role that a person can have in a register. */
  roles: { id: string; label: string }[];
}

export interface Address {
  lines: string[];
  country: string;
}

export interface Demand {
  register: string;
  right: string;
  grounds: string | null;
  facts: Record<string, string>;
}

/** In which capacity somebody acts for the person. */
export type RepresentativeKind = 'fullmektig' | 'verge' | 'forelder' | 'dodsbo';

export interface RequestIn {
  received_on: string | null;
  received_at: string | null;
  channel: Channel | null;
  language: Language;
  their_reference: string | null;
  idempotency_key: string | null;
  person: {
    name: string | null;
    identity_number: string | null;
    born_on: string | null;
    deceased_on: string | null;
    protection: Protection;
    address: Address | null;
    email: string | null;
  };
  identity: { status: IdentityStatus; method: IdentityMethod | null; on: string | null };
  representative: (Omit<RepresentativeIn, 'name'> & { name: string | null }) | null;
  other_parent: OtherParentIn | null;
  inform_parents: boolean | null;
  text: string;
  attachments: { title: string; pages: number | null }[];
  demands: Demand[];
  other_rules: { rules: string | null; text: string | null }[];
  archive_number: string | null;
}

/** A case that a draft would become; what the draft does not say yet is null. */
export interface PreviewedCase {
  register: string | null;
  right: string | null;
  title: string | null;
  track_label: string | null;
  route: Route | null;
  deadline: Deadline | null;
  problem: FieldProblem | null;
}

export interface RequestPreview {
  cases: PreviewedCase[];
  problems: FieldProblem[];
  warnings: Warning[];
}

export interface CaseRow {
  case: string;
  request: string;
  register: string;
  right: string;
  track: Track;
  mode: string | null;
  handled_by: Body;
  state: CaseState;
  assignee: string | null;
  received_on: string;
  nominal_on: string;
  due_on: string | null;
  extension_notice_due_on: string | null;
  refusal_due_on: string | null;
  internal_due_on: string | null;
  secure_by_on: string | null;
  effect_on: string | null;
  paused_since_on: string | null;
  /** When it was opened again after an answer, while it is not answered anew. */
  reopened_on: string | null;
  late: boolean;
  days_left: number | null;
  outcome: string | null;
  interim_reply_due_on: string | null;
  appeal_due_on: string | null;
  question_since_on: string | null;
  /** The questions that it waits for the answer to. */
  questions: { ground: SuspensionGround; ground_label: string; asked_on: string; reply_by_on: string }[];
  /** The last day to answer if the answer to them came today. */
  due_if_answered_on: string | null;
  /** When the notice of an extension in force was sent, and the answer that it told of. */
  extended_on: string | null;
  expected_on: string | null;
  /** How many tasks units have not answered, and the first day on which an answer is wanted. */
  open_tasks: number;
  task_due_on: string | null;
  /** The colleague who has it, where one covers for them. */
  covered_for: string | null;
  /** A letter that did not get through. */
  /** The complaint about it that somebody has to do something about first, of a closed case too. */
  complaint: { state: string; label: string; due_on: string | null } | null;
  /** The breach that somebody has to do something about first, of a closed case too. */
  breach: { state: string; label: string; due_at: string | null } | null;
  undelivered: { what: 'retur' | 'ikke-apnet'; label: string; from_on: string } | null;
  /** The restriction or reservation that stands in force. */
  in_force: InForce | null;
  warnings: Warning[];
  person: { initials: string | null; birth_year: number | null; masked_identity: string | null; protected: boolean };
  title: string;
  register_label: string;
  right_label: string;
  track_label: string;
  status: string;
  status_label: string;
  section_25: Section25 | null;
}

/** What the queue of § 25 cases shows of a case. The two conditions are null for retting: they do not apply. */
export interface Section25 {
  stage: Stage;
  stage_label: string;
  grounds: Evidence;
  documents: Evidence;
  burdensome: Condition | null;
  public_interest: Condition | null;
}

export interface Registered {
  request: string;
  version: number;
  cases: CaseRow[];
  warnings: Warning[];
}

/** What a list is sorted by. */
export type ListOrder = 'due' | 'received' | 'number';
/** A column of the work list; the number stands before them. */
export type ListColumn = 'person' | 'register' | 'right' | 'track' | 'status' | 'received' | 'due' | 'assignee';
export type Outcome =
  | 'innvilget' | 'delvis' | 'avslag' | 'avvist' | 'ingen-opplysninger' | 'rettet' | 'supplert' | 'slettet' | 'sperret'
  | 'oversendt' | 'trukket';

/** What a saved view narrows the list to. */
export interface ViewFilters {
  track: Track | null;
  register: string | null;
  right: string | null;
  state: CaseState | 'awaiting-approval' | null;
  mine: boolean;
  unassigned: boolean;
  assignee: string | null;
  outcome: Outcome | null;
  received_from: string | null;
  received_to: string | null;
  due_from: string | null;
  due_to: string | null;
  overdue: boolean;
  due_within: number | null;
  undelivered: boolean;
  /** A restriction or reservation in force, in the order of their reviews. */
  in_force: boolean;
  /** A complaint that is not done with, of closed cases too. */
  complaints: boolean;
  /** A breach that is not done with, of closed cases too. */
  breaches: boolean;
  sort: ListOrder | null;
}

export interface SavedView {
  name: string;
  /** Whoever saved it. */
  owner: string;
  own: boolean;
  shared: boolean;
  filters: ViewFilters;
}

/** What a user keeps of the work list. */
export interface Kept {
  views: SavedView[];
  sort: ListOrder;
  columns: ListColumn[];
}

/** What a list is asked for; what is missing does not narrow it. */
export interface CaseQuery extends Partial<ViewFilters> {
  track: Track | null;
  stage: Stage | null;
  register: string | null;
  right: string | null;
  state: CaseState | 'awaiting-approval' | null;
  mine: boolean;
  /** Only cases in this figure of the deadlines today. */
  figure?: Figure;
  /** Words that stand in the request, in notes or in letters. */
  search?: string;
  /** A number that the case goes by, here or elsewhere. */
  reference?: string;
  /** One person, by the whole identity number. */
  person?: string;
  /** So many rows; the usual page where nothing is said. */
  limit: number | null;
  after: string | null;
}

export interface CaseList {
  cases: CaseRow[];
  next: string | null;
  total_open: number;
  section_25: number;
  /** How many § 25 cases stand at each stage, but for the finished ones. */
  section_25_stages: { stage: Stage; label: string; count: number }[];
}

export interface Check {
  id: string;
  text: string;
  required: boolean;
  /** The rule behind the point is read differently by able people; look twice. */
  doubtful: boolean;
  source: string | null;
  result: CheckResult | null;
  note: string | null;
  by: string | null;
  on: string | null;
}

export interface CaseAction {
  action: string;
  label: string;
  available: boolean;
  why_not: string | null;
}

/** Something that might be asked for: whether it is proposed, and why or why not. */
export interface Proposal {
  action: string;
  proposed: boolean;
  label: string;
  why: string;
  source: string;
}

/** A question to the person, and when the answer came. */
export interface Suspension {
  ground: SuspensionGround;
  ground_label: string;
  asked_on: string;
  reply_by_on: string;
  /** The last reminder, and by when it asked for the answer. */
  reminded_on: string | null;
  reminder_reply_by_on: string | null;
  answered_on: string | null;
  /** When the case stopped waiting without an answer, since it was decided, sent on or withdrawn. */
  ended_on: string | null;
  /** Its place in the order of asking, from 1. */
  number: number;
  /** It was recorded by mistake, and counts for nothing. */
  corrected: boolean;
  /** It was not sent in a letter, and can be corrected. */
  correctable: boolean;
}

/** Something that has to be carried out before the case is closed. */
export interface Measure {
  /** `gjennomforing`, `underretning` or the number of an added one. */
  id: string;
  to: string | null;
  label: string;
  text: string | null;
  state: 'open' | 'done' | 'not-needed';
  done_on: string | null;
  note: string | null;
  by: string | null;
}

/** A file that goes with the answer. */
export interface Report {
  /** Its place among the files that were added to the case, from 1. */
  number: number;
  title: string | null;
  media_type: string;
  kind_label: string;
  /** In bytes. */
  size: number;
  used_as: 'rapport' | 'logg';
  used_as_label: string;
  by: string | null;
  on: string | null;
}

/** What fell under other rules, and what was done with it. */
export interface OtherRules {
  rules: string;
  label: string;
  what_to_do: string;
  source: string | null;
  text: string | null;
}

/** A request as a whole. */
export interface RequestShow {
  request: string;
  version: number;
  received_on: string;
  channel_label: string;
  their_reference: string | null;
  archive_number: string | null;
  text: string | null;
  other_rules: OtherRules[];
  cases: CaseRow[];
  timeline: { seq: number; at: string; actor: string; kind: string; text: string }[];
}

/** A ground of the catalogue that an outcome can rest on. */
export interface GroundAnswer {
  id: string;
  label: string;
  outcomes: string[];
  /** What the reasons have to answer, where something is weighed. */
  weigh: string | null;
  doubtful: boolean;
  source: string;
}

export interface CaseShow extends Omit<CaseRow, 'person'> {
  version: number;
  checks: Check[];
  route: Route | null;
  deadline: Deadline;
  /** The dates beside those of the answer, each with why. */
  other_dates: { id: string; label: string; on: string; assumed: boolean; why: string; source: string }[];
  suspensions: Suspension[];
  /** A longer deadline; while there is no notice it is only proposed, and changes no date. */
  extension: {
    notice_on: string | null;
    reason: string;
    reason_label: string;
    text: string | null;
    expected_on: string;
  } | null;
  complaints: Complaint[];
  /** The breaches of personal data security that it has shown. */
  breaches: Breach[];
  ties: Tie[];
  reopenings: Reopening[];
  /** The grounds on which it can be opened again now. */
  reopen_grounds: { id: string; label: string }[];
  /** The last day to answer if the deadline were extended today. */
  extended_due_on: string | null;
  timeline: { seq: number; at: string; actor: string; kind: string; text: string }[];
  letters: Letter[];
  actions: CaseAction[];
  /** The person in full is left out for those who may not see it. */
  person: CaseRow['person'] & {
    name?: string | null;
    born_on?: string | null;
    address?: Address | null;
    email?: string | null;
  };
  text: string | null;
  grounds: string | null;
  channel: Channel;
  channel_label: string;
  language: Language;
  their_reference: string | null;
  attachments: { title: string; pages: number | null }[];
  identity: {
    status: IdentityStatus;
    method: IdentityMethod | null;
    on: string | null;
    history: IdentityStep[];
  };
  representative: Representative | null;
  other_parent: OtherParent | null;
  child_heard: { on: string; tell_parents: boolean | null; text: string | null; by: string } | null;
  /** Whether the parents are to be told, as far as it is known. */
  inform_parents: boolean | null;
  linked_numbers: LinkedNumber[];
  lifted: { on: string; reason: string | null } | null;
  /** When the person was told that the restriction will be lifted. */
  lift_notice_on: string | null;
  notes: { at: string; by: string; text: string; telephone_on: string | null }[];
  measures: Measure[];
  tasks: Task[];
  /** Who can be asked for something, those that the catalogue proposes first. */
  units: Unit[];
  /** The files that go with the answer. */
  reports: Report[];
  /** The files that lie with the request and belong to this case. */
  files: CaseFile[];
  archive_number: string | null;
  other_rules: OtherRules[];
  decision: {
    outcome: string;
    label: string;
    reasons: string | null;
    legal_basis: string[];
    grounds: string[];
  } | null;
  /** The outcomes that fit the right and the track. */
  outcomes: { id: string; label: string }[];
  /** The grounds of the catalogue that its outcomes can rest on. */
  grounds_to_choose: GroundAnswer[];
  next_step: { action: string; target: string | null; label: string; why: string } | null;
  proposals: Proposal[];
  pending_letters: PendingLetter[];
  letter_kinds: { kind: string; label: string; proposed: boolean; why: string | null }[];
  siblings: string[];
  /** What each case of the request claims. */
  claims: Claim[];
}

export interface AccessEntry {
  position: number;
  at: string;
  actor: string;
  what: string;
  /** What was looked at, in words. */
  text: string;
  case: string | null;
  letter: string | null;
}

/** Who has looked at a request, oldest first. */
export interface AccessLog {
  request: string | null;
  entries: AccessEntry[];
  /** There are older entries that are not among these. */
  cut: boolean;
}
