import type { Language } from './types';

// Letters: what is written, what stops one, what was sent, and what became of it.

export interface Letter {
  letter: string;
  cases: string[];
  kind: string;
  kind_label: string;
  language: Language;
  dated_on: string;
  channel: string;
  channel_label: string;
  pages: number;
  sha256: string | null;
  file: string | null;
  supersedes: string | null;
  /** Whether a letter of this kind is corrected by a new one. */
  correctable: boolean;
  /** What it is called outside itself; names the office and the number alone. */
  message_title: string;
  file_name: string;
  /** Everybody who gets it, its addressee first. */
  recipients: LetterRecipient[];
  /** What became of it on its way, oldest first. */
  deliveries: { what: DeliveryStep; to: string; on: string; text: string; at: string; actor: string }[];
  /** How it is settled who it is handed to. */
  identities: { id: string; label: string }[];
}

export type DeliveryStep = 'returned' | 'unopened' | 'second-notice' | 'sent-again' | 'delivered';

export interface LetterRecipient {
  to: string;
  label: string;
  copy: boolean;
  channel: string;
  channel_label: string;
  sent_on: string;
  standing: 'sent' | 'returned' | 'unopened' | 'second-notice' | 'delivered';
  standing_label: string;
  standing_on: string | null;
  second_notice_from_on: string | null;
  /** What can be recorded of it now. */
  actions: DeliveryAction[];
}

export interface DeliveryAction {
  id: DeliveryStep;
  label: string;
  proposed: boolean;
  choices: { id: string; label: string }[];
}

export interface LetterInput {
  cases: string[];
  kind: string;
  fields: Record<string, string>;
  send: string | null;
  /** `person` or `representant`; null leaves it to the rules. */
  to: string | null;
  /** Who gets the same letter as well. */
  copies: string[];
  dated_on: string | null;
  /** The number of the letter that it corrects. */
  corrects: string | null;
}

export interface LetterField {
  id: string;
  label: string;
  value: string;
  required: boolean;
  multiline: boolean;
  missing: boolean;
}

export interface LetterSection {
  id: string;
  label: string;
  fixed: boolean;
  fields: LetterField[];
  text: string;
}

export interface GateCheck {
  check: string;
  label: string;
  ok: boolean;
  message: string;
  todo: string | null;
  field: string | null;
}

export type ApprovalState = 'not-needed' | 'not-asked' | 'asked' | 'sent-back' | 'changed' | 'approved';

export interface Approval {
  state: ApprovalState;
  asked_by: string | null;
  by: string | null;
  reason: string | null;
  /** Nothing but the approval stops the letter. */
  can_ask: boolean;
  /** Whoever looks may approve it or send it back. */
  may_answer: boolean;
}

export interface PendingLetter {
  kind: string;
  kind_label: string;
  cases: string[];
  fields: Record<string, string>;
  send: string | null;
  to: string | null;
  copies: string[];
  corrects: string | null;
  state: 'asked' | 'sent-back' | 'approved';
  asked_by: string;
  asked_on: string;
}

export interface LettersInput {
  cases: string[];
  kind: string;
  fields: Record<string, string>;
}

export interface StoppedLetter {
  cases: string[];
  code: string;
  message: string;
  fields: { path: string; code: string; message: string }[];
}

export interface LettersCheck {
  ready: string[][];
  stopped: StoppedLetter[];
}

export interface LettersAnswer {
  issued: Letter[];
  stopped: StoppedLetter[];
  left: string[];
}

export interface LetterDraft {
  draft: string | null;
  kind: string;
  kind_label: string;
  language: Language;
  recipient: { name: string | null; role: string };
  text: string;
  problems: { check: string; message: string; todo: string }[];
  title: string;
  sections: LetterSection[];
  /** What goes with the letter, as it is listed at its end. */
  attachments: string[];
  checks: GateCheck[];
  approval: Approval;
  corrects: string | null;
  send: string;
  sends: { id: string; label: string }[];
  message_title: string;
  to: string;
  /** Whom it could go to, each with why not; none where there is nothing to choose. */
  choices: { id: string; label: string; copy: boolean; barred: string | null }[];
  dated_on: string;
  /** The version of the request that the letter was composed from. */
  version: number;
}
