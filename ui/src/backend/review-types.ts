// The data protection officer's review of dates, and the officer's own inbox, as the core tells them.
import type { CaseRow } from './types';

export type ReviewState = 'skal-vurderes' | 'venter-svar' | 'venter-avgjorelse' | 'ferdig';
export type ReviewOutcome = 'blir-staende' | 'rettes' | 'rettes-delvis';

/** What the officer thinks of a date or a pause. */
export interface ReviewView {
  agrees: boolean;
  /** The date as it was when it was looked at. */
  on: string | null;
  moved: boolean;
  reason: string | null;
  by: string;
  at: string;
}

export interface Review {
  state: ReviewState | null;
  state_label: string | null;
  taken_up: { how: 'trukket' | 'flagget'; text: string; reason: string | null; by: string; at: string }[];
  dates: { date: string; label: string; on: string | null; views: ReviewView[] }[];
  pauses: { pause: number; label: string; views: ReviewView[] }[];
  answers: { text: string | null; by: string; at: string }[];
  decisions: { outcome: ReviewOutcome; label: string; text: string | null; by: string; at: string }[];
  source: string;
  doubtful: boolean;
  doubt: string;
}

export interface ReviewedCase {
  case: string;
  version: number;
  title: string;
  review: Review;
}

export interface ReviewList {
  reviews: { case: CaseRow; state: ReviewState; state_label: string }[];
  proposals: { case: CaseRow; why: { code: string; message: string }[] }[];
}

export interface Sample {
  seed: number;
  from_on: string;
  to_on: string;
  size: number;
  among: number;
  list_sha256: string;
  cases: string[];
}

export type EnquirySource = 'barn' | 'chatbot' | 'klage' | 'ansatt' | 'annet';
export type EnquiryOutcome = 'besvart' | 'henvist' | 'ingen-tiltak' | 'ikke-onsket';
export type EnquiryState = 'apen' | 'avsluttet' | 'blitt-sak';

export type EnquiryErasure = 'bevaringstid' | 'ikke-nodvendig' | 'bedt-om';

/** A code that opens the inbox for a new officer. It is shown once. */
export interface RecoveryCode {
  code: string;
  told: string;
}

export interface Inbox {
  enquiries: {
    number: number;
    state: EnquiryState;
    state_label: string;
    received_on: string;
    source: EnquirySource;
    source_label: string;
    notes: number;
    request: string | null;
    /** From this day it is due for erasure; null while it goes on, and until the officer has decided for how long. */
    erasable_on: string | null;
    due: boolean;
  }[];
  /** Those of which nothing is left. */
  erased: { number: number; at: string; by: string; ground: EnquiryErasure; ground_label: string }[];
  retention: {
    months: number | null;
    changed_at: string | null;
    changed_by: string | null;
    most: number;
    doubt: string;
    source: string;
  };
  recovery_code: boolean;
}

export interface Enquiry {
  number: number;
  state: EnquiryState;
  state_label: string;
  received_on: string;
  source: EnquirySource;
  source_label: string;
  name: string | null;
  contact: string | null;
  text: string;
  notes: { at: string; by: string; text: string }[];
  outcome: EnquiryOutcome | null;
  outcome_label: string | null;
  closed_at: string | null;
  request: string | null;
  /** It has come to an end, and something of it can be erased. */
  erasable: boolean;
  secrecy: string;
  secrecy_source: string;
  doubt: string;
}

/** What is typed of an enquiry; what is not known is null. */
export interface EnquiryDraft {
  received_on: string;
  source: string;
  name: string | null;
  contact: string | null;
  text: string;
}

/** What of an enquiry goes over to the office. Its day of receipt is that of the enquiry. */
export interface PassedOver {
  channel: string;
  language: string;
  person: { name: string | null; email: string | null };
  text: string | null;
  demands: { register: string | null; right: string | null; facts: Record<string, string> }[];
}

export interface PassedOn {
  enquiry: Enquiry;
  registered: { request: string };
}
