import type { CaseRow } from '../backend/types';

/** How a case stands to its date, as far as the work list tells cases apart. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later' | 'paused' | 'reopened' | 'done' | 'none';

type Dated = Pick<CaseRow, 'state' | 'status' | 'due_on' | 'days_left' | 'late' | 'paused_since_on' | 'reopened_on'>;

/** Up to this many days is «soon». */
const SOON = 5;

/** Cases in these states are done with, as soon as a person whose case went elsewhere has been told. */
const FINISHED: readonly CaseRow['state'][] = ['answered', 'forwarded', 'withdrawn', 'closed'];

export function urgencyOf(row: Dated): Urgency {
  if (FINISHED.includes(row.state) && row.status !== 'ikke-sendt') return 'done';
  if (row.state === 'suspended' || row.paused_since_on !== null) return row.due_on === null ? 'paused' : dated(row);
  // Its month was over with the first answer; what is left is the office's own date.
  if (row.reopened_on !== null) return 'reopened';
  return dated(row);
}

function dated(row: Dated): Urgency {
  if (row.due_on === null || row.days_left === null) return row.late ? 'overdue' : 'none';
  if (row.days_left < 0) return 'overdue';
  if (row.days_left === 0) return 'today';
  return row.days_left <= SOON ? 'soon' : 'later';
}
