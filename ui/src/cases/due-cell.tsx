import type { CaseRow } from '../backend/types';
import { shortDate } from '../dates/format';
import { DeadlineMark } from '../marks/deadline-mark';
import { useTexts } from '../texts/texts';

/** The last column of every list: how long is left, and until when where there is room. */
export function DueCell({ row, label, withDate }: { row: CaseRow; label: string; withDate: boolean }) {
  const t = useTexts().frame.deadline;
  const days = [row.due_on && shortDate(row.due_on), row.internal_due_on && t.internalOn(row.internal_due_on)];
  return (
    <td role="cell" data-label={label} className="due-cell" title={days.filter(Boolean).join(' · ') || undefined}>
      <span>
        <DeadlineMark row={row} />
        {withDate && row.due_on && (
          <span className="secondary figures">
            {shortDate(row.due_on).slice(0, 6)}
            {row.internal_due_on && <span className="due-internal"> · {t.internalShort(row.internal_due_on)}</span>}
          </span>
        )}
      </span>
    </td>
  );
}
