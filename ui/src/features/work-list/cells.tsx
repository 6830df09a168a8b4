import type { CaseRow } from '../../backend/types';
import { DueCell } from '../../cases/due-cell';
import { personOf } from '../../cases/person';
import { shortDate } from '../../dates/format';
import { TrackTag } from '../../marks/track-tag';
import { useTexts } from '../../texts/texts';

/** What the work list tells of a case, after its number. */
export function Cells({ row }: { row: CaseRow }) {
  const texts = useTexts();
  const t = texts.workList.columns;
  const { unassigned } = texts.cases;
  return (
    <>
      <td role="cell" data-label={t.person}>
        {personOf(texts.cases, row)}
      </td>
      <td role="cell" data-label={t.register} title={row.register_label}>
        {row.register_label}
      </td>
      <td role="cell" data-label={t.right} title={row.right_label}>
        {row.right_label}
      </td>
      <td role="cell" data-label={t.track}>
        <TrackTag track={row.track} mode={row.mode} plain />
      </td>
      <td role="cell" data-label={t.status}>
        {row.undelivered?.label ?? row.status_label}
      </td>
      <td role="cell" data-label={t.received} className="only-wide figures">
        {shortDate(row.received_on)}
      </td>
      <DueCell row={row} label={t.due} withDate />
      <td role="cell" data-label={t.assignee} title={row.assignee ?? unassigned}>
        {row.covered_for
          ? texts.work.assign.covered(row.covered_for)
          : (row.assignee ?? <span className="subtle">{unassigned}</span>)}
      </td>
    </>
  );
}
