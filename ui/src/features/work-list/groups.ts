import type { CaseRow } from '../../backend/types';
import { urgencyOf, type Urgency } from '../../marks/deadline-state';

export type GroupName = 'overdue' | 'soon' | 'later' | 'paused' | 'done';

export interface Group {
  name: GroupName;
  rows: CaseRow[];
}

const GROUP_OF: Record<Urgency, GroupName> = {
  overdue: 'overdue',
  today: 'soon',
  soon: 'soon',
  later: 'later',
  none: 'later',
  paused: 'paused',
  done: 'done',
};

const ORDER: readonly GroupName[] = ['overdue', 'soon', 'later', 'paused', 'done'];

/** The cases grouped by when it hurts; inside a group they keep the order they came in. */
export function grouped(rows: readonly CaseRow[]): Group[] {
  return ORDER.map((name) => ({ name, rows: rows.filter((row) => GROUP_OF[urgencyOf(row)] === name) })).filter(
    (group) => group.rows.length > 0,
  );
}
