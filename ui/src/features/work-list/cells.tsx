import type { ReactElement } from 'react';
import type { CaseRow, Language, ListColumn } from '../../backend/types';
import { DueCell } from '../../cases/due-cell';
import { personOf } from '../../cases/person';
import { moment, shortDate } from '../../dates/format';
import { TrackTag } from '../../marks/track-tag';
import { useLanguage, useTexts, type Texts } from '../../texts/texts';

/** What the work list tells of a case after its number, in the columns that the user has chosen. */
export function Cells({ row, columns, onlyWide }: { row: CaseRow; columns: readonly ListColumn[]; onlyWide: ListColumn | null }) {
  const texts = useTexts();
  const language = useLanguage();
  const t = texts.workList.columns;
  const cells: Record<ListColumn, ReactElement> = {
    person: (
      <td key="person" role="cell" data-label={t.person}>
        {personOf(texts.cases, row)}
      </td>
    ),
    register: (
      <td key="register" role="cell" data-label={t.register} title={row.register_label}>
        {row.register_label}
      </td>
    ),
    right: (
      <td key="right" role="cell" data-label={t.right} title={row.right_label}>
        {row.right_label}
      </td>
    ),
    track: (
      <td key="track" role="cell" data-label={t.track}>
        <TrackTag track={row.track} mode={row.mode} plain />
      </td>
    ),
    status: (
      <td key="status" role="cell" data-label={t.status} title={statusOf(texts, language, row)}>
        {statusOf(texts, language, row)}
      </td>
    ),
    received: (
      <td key="received" role="cell" data-label={t.received} className={onlyWide === 'received' ? 'only-wide figures' : 'figures'}>
        {shortDate(row.received_on)}
      </td>
    ),
    due: <DueCell key="due" row={row} label={t.due} withDate />,
    assignee: (
      <td key="assignee" role="cell" data-label={t.assignee} title={row.assignee ?? texts.cases.unassigned}>
        {row.covered_for
          ? texts.work.assign.covered(row.covered_for)
          : (row.assignee ?? <span className="subtle">{texts.cases.unassigned}</span>)}
      </td>
    ),
  };
  return <>{columns.map((column) => cells[column])}</>;
}

/** «Klage mottatt · innen 15.04.2026»: a breach and a complaint have a time of their own, also where the case has none left. */
function statusOf(texts: Texts, language: Language, { breach, undelivered, complaint, status_label: status }: CaseRow): string {
  const t = texts.workList;
  if (breach) return breach.due_at ? t.labelBy(breach.label, moment(breach.due_at, language)) : breach.label;
  if (undelivered) return undelivered.label;
  if (complaint) return complaint.due_on ? t.labelBy(complaint.label, shortDate(complaint.due_on)) : complaint.label;
  return status;
}
