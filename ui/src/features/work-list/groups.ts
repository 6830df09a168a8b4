import type { CaseRow } from '../../backend/types';
import { urgencyOf, type Urgency } from '../../marks/deadline-state';
import type { ShownOrder } from './filters';

export type GroupName = 'all' | 'overdue' | 'soon' | 'later' | 'paused' | 'done';

export interface Group {
  name: GroupName;
  rows: CaseRow[];
}

const GROUP_OF: Record<Urgency, Exclude<GroupName, 'all'>> = {
  overdue: 'overdue',
  today: 'soon',
  soon: 'soon',
  reopened: 'soon',
  later: 'later',
  none: 'later',
  paused: 'paused',
  done: 'done',
};

const ORDER: readonly GroupName[] = ['overdue', 'soon', 'later', 'paused', 'done'];

/** The cases grouped by when it hurts; inside a group they keep the order they came in. In any other order they are one group. */
export function grouped(rows: readonly CaseRow[], sort: ShownOrder): Group[] {
  if (sort !== 'due') return rows.length > 0 ? [{ name: 'all', rows: [...rows] }] : [];
  return ORDER.map((name) => ({ name, rows: rows.filter((row) => GROUP_OF[urgencyOf(row)] === name) })).filter(
    (group) => group.rows.length > 0,
  );
}
