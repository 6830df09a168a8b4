import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import type { CaseRow } from '../../backend/types';
import { DueCell } from '../../cases/due-cell';
import { personOf } from '../../cases/person';
import { daysBetween, shortDate } from '../../dates/format';
import { TrackTag } from '../../marks/track-tag';
import { useTexts, type Texts } from '../../texts/texts';
import type { Column } from './columns';

/** What the list of a figure tells of a case, after its number. */
export function Cells({ row, columns, today }: { row: CaseRow; columns: readonly Column[]; today: string }) {
  const texts = useTexts();
  const t = texts.deadlines;
  const grounds = groundsOf(row);
  const what = `${row.register_label}, ${row.right_label.toLowerCase()}`;
  const remarks = remarksOf(t, row);
  const remark = remarks.length === 0 ? '–' : remarks.join('. ');
  const waits = row.open_tasks > 0 ? [t.tasks(row.open_tasks)] : [];
  const stands = [row.status_label, ...waits, ...remarks].join('. ');
  const assignee = row.assignee ?? texts.cases.unassigned;
  const content: Record<Column, [words: ReactNode, title?: string]> = {
    what: [what, what],
    person: [personOf(texts.cases, row)],
    track: [<TrackTag track={row.track} mode={row.mode} plain />],
    received: [shortDate(row.received_on)],
    due: [null],
    remark: [remark, remark],
    stands: [stands, stands],
    assignee: [row.assignee ?? <span className="subtle">{assignee}</span>, assignee],
    ground: [grounds, grounds],
    since: [row.paused_since_on && t.since(shortDate(row.paused_since_on), daysBetween(row.paused_since_on, today))],
    replyBy: [<Bound on={replyByOf(row)} today={today} />],
    ifToday: [<strong>{day(row.due_if_answered_on)}</strong>],
    // A notice that is not in time extends nothing, so each of these was.
    notice: [row.extended_on ? t.inTime(shortDate(row.extended_on)) : '–'],
    expected: [<Bound on={row.expected_on} today={today} />],
  };
  return columns.map((column) =>
    column === 'due' ? (
      <DueCell key={column} row={row} label={t.columns.due} withDate />
    ) : (
      <td
        key={column}
        role="cell"
        className={`cell-${column} figures`}
        data-label={t.columns[column]}
        title={content[column][1]}
      >
        {content[column][0]}
      </td>
    ),
  );
}

/** A day that may be past: then it has a mark, and says so. */
function Bound({ on, today }: { on: string | null; today: string }) {
  const t = useTexts().deadlines;
  if (on === null || on >= today) return day(on);
  return (
    <span className="deadline-mark" data-urgency="soon" title={t.passed}>
      <ExclamationmarkTriangleIcon aria-hidden />
      {shortDate(on)}
      <span className="ds-sr-only">{t.passed}</span>
    </span>
  );
}

const day = (on: string | null) => (on === null ? '–' : shortDate(on));

const groundsOf = (row: CaseRow) => row.questions.map((each) => each.ground_label).join(', ');

/** The first day by which an answer was asked for. */
const replyByOf = (row: CaseRow) => row.questions.map((each) => each.reply_by_on).sort()[0] ?? null;

/** The pause and the longer deadline in words, where there are any. */
function remarksOf(t: Texts['deadlines'], row: CaseRow): string[] {
  const grounds = groundsOf(row);
  const asked = row.questions[0];
  const parts: string[] = [];
  if (row.paused_since_on && row.due_if_answered_on)
    parts.push(t.remark.paused(grounds, shortDate(row.paused_since_on), shortDate(row.due_if_answered_on)));
  else if (asked)
    parts.push((row.late ? t.remark.asked : t.remark.notYet)(grounds, shortDate(asked.asked_on)));
  if (row.extended_on && row.expected_on)
    parts.push(t.remark.extended(shortDate(row.extended_on), shortDate(row.expected_on)));
  return parts;
}
