import type { CaseVersion } from './commands';
import { call } from './invoke';
import type {
  Enquiry, EnquiryDraft, Inbox, PassedOn, PassedOver, RecoveryCode, ReviewedCase, ReviewList, Sample,
} from './review-types';

// One function per command of the data protection officer's review and inbox, and nothing else.

export const reviewDraw = (input: { from: string; to: string; count: number; seed: number }) =>
  call<Sample>('review_draw', input);
export const reviewList = (input: { open: boolean }) => call<ReviewList>('review_list', input);
export const reviewFlag = (input: CaseVersion & { reason: string }) => call<ReviewedCase>('review_flag', input);
/** Of a date or of a pause, one of them; `against` says why it is not right, and is null where the officer agrees. */
export const reviewSay = (input: CaseVersion & { date: string | null; pause: number | null; against: string | null }) =>
  call<ReviewedCase>('review_say', input);
export const reviewReply = (input: CaseVersion & { text: string }) => call<ReviewedCase>('review_reply', input);
export const reviewDecide = (input: CaseVersion & { outcome: string; text: string }) =>
  call<ReviewedCase>('review_decide', input);

export const ombudReceive = (input: { enquiry: EnquiryDraft }) => call<Enquiry>('ombud_receive', input);
export const ombudList = () => call<Inbox>('ombud_list');
export const ombudShow = (number: number) => call<Enquiry>('ombud_show', { number });
export const ombudNote = (input: { number: number; text: string }) => call<Enquiry>('ombud_note', input);
export const ombudClose = (input: { number: number; outcome: string }) => call<Enquiry>('ombud_close', input);
export const ombudToRequest = (input: { number: number; draft: PassedOver }) =>
  call<PassedOn>('ombud_to_request', input);
export const ombudErase = (input: { number: number; ground: string }) => call<Inbox>('ombud_erase', input);
export const ombudRetention = (input: { months: number | null }) => call<Inbox>('ombud_retention', input);
export const ombudRecoveryCode = () => call<RecoveryCode>('ombud_recovery_code');
export const ombudRecover = (input: { code: string }) => call<Inbox>('ombud_recover', input);

/** The review of a case; that one looked is logged, as for every case that is opened. */
export const reviewOf = (number: string) => call<ReviewedCase>('case_show', { case: number });
