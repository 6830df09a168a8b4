import type { CaseQuery } from './types';

/** What is to be done, and with which cases: those that are named, or all of a list. */
export interface BulkInput {
  action: 'assign' | 'suspend' | 'close';
  to?: string;
  ground?: string;
  on?: string;
  reply_by?: string;
  cases?: string[];
  list?: CaseQuery;
}

export interface BulkOpened {
  cases: number;
  can_be_undone: boolean;
}

/** A case that something stops. */
export interface StoppedCase {
  case: string;
  code: string;
  message: string;
}

/** What became of a lot of cases, or would. */
export interface BulkStep {
  done: string[];
  stopped: StoppedCase[];
  left: number;
}
