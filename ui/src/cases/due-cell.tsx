import type { CaseRow } from '../backend/types';
import { shortDate } from '../dates/format';
import { DeadlineMark } from '../marks/deadline-mark';

/** The last column of every list: how long is left, and until when where there is room. */
export function DueCell({ row, label, withDate }: { row: CaseRow; label: string; withDate: boolean }) {
  return (
    <td role="cell" data-label={label} className="due-cell" title={row.due_on ? shortDate(row.due_on) : undefined}>
      <span>
        <DeadlineMark row={row} />
        {withDate && row.due_on && <span className="secondary figures">{shortDate(row.due_on).slice(0, 6)}</span>}
      </span>
    </td>
  );
}
