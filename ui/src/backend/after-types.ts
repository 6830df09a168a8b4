// What comes after the answer of a case, as the core tells it.

/** A time that a case was opened again. */
export interface Reopening {
  on: string;
  by: string;
  role: string;
  ground: string;
  ground_label: string;
  reason: string | null;
  /** The letter with the answer that was sent before it. */
  answer: string | null;
}

/** A case of another request that a case belongs together with. */
export interface Tie {
  case: string;
  how: 'sammen' | 'dublett';
  label: string;
  reason: string | null;
}

/** One thing about two cases or requests. */
export interface Compared {
  what: string;
  here: string;
  there: string;
  differs: boolean;
}

/** Another case of the same person for the same register and right, with what differs. */
export interface SimilarCase {
  case: string;
  kind: 'apen' | 'besvart' | 'avsluttet';
  kind_label: string;
  rows: Compared[];
  tied: string | null;
  /** Why the two cannot be handled together, and why this one cannot be closed as a duplicate. */
  against_together: string | null;
  against_duplicate: string | null;
}

export interface Similar {
  case: string;
  /** Whether the person has an identity number to be known again by. */
  searched: boolean;
  others: SimilarCase[];
}

/** How many requests the person made before the one that is typed. */
export interface EarlierCount {
  requests: number;
  open: number;
  more: boolean;
}

/** A request that the person made before, beside the one that is typed. */
export interface EarlierRequest {
  request: string;
  kind: 'apen' | 'besvart' | 'avsluttet' | 'annet';
  kind_label: string;
  /** One of its cases is about a register and a right that is asked for now. */
  alike: boolean;
  rows: Compared[];
}

export interface Earlier {
  searched: boolean;
  others: EarlierRequest[];
  more: boolean;
}

/** A complaint about the answer of a case. */
export interface Complaint {
  number: number;
  kind: 'forvaltningsklage' | 'datatilsynet';
  kind_label: string;
  source: string;
  received_on: string;
  posted_on: string | null;
  reply_by_on: string | null;
  about: string | null;
  against: string | null;
  timing: 'i-tide' | 'for-sent' | 'ukjent' | null;
  timing_label: string | null;
  state: string;
  state_label: string;
  due_on: string | null;
  view_label: string | null;
  late: string | null;
  reason: string | null;
  considered_on: string | null;
  sent: string | null;
  sent_on: string | null;
  replied_on: string | null;
  reply: string | null;
  outcome_label: string | null;
  decided_on: string | null;
  decision: string | null;
  reopened_on: string | null;
  /** What can be done with it now. */
  next: ('vurdert' | 'svart' | 'avgjort' | 'brev' | 'gjenapne')[];
  views: { id: string; label: string }[];
  outcomes: { id: string; label: string }[];
}
