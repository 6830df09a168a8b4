import type { CaseRow } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { DeadlineMark } from '../../marks/deadline-mark';
import { TrackTag } from '../../marks/track-tag';
import { useTexts } from '../../texts/texts';
import { personOf } from './person';

interface Props {
  row: CaseRow;
  selected: boolean;
  inTabOrder: boolean;
  onSelect: () => void;
  onOpen: () => void;
  onPress: () => void;
}

export function CaseRowView({ row, selected, inTabOrder, onSelect, onOpen, onPress }: Props) {
  const t = useTexts().workList;
  return (
    <tr
      role="row"
      className="case-row"
      data-case={row.case}
      data-selected={selected || undefined}
      onClick={onPress}
      onDoubleClick={onOpen}
    >
      <td role="cell" data-label={t.columns.number}>
        <button
          type="button"
          className="row-button figures"
          tabIndex={inTabOrder ? 0 : -1}
          aria-current={selected || undefined}
          onFocus={onSelect}
          onClick={onOpen}
        >
          {row.case}
        </button>
      </td>
      <td role="cell" data-label={t.columns.person}>
        {personOf(t, row)}
      </td>
      <td role="cell" data-label={t.columns.register} title={row.register_label}>
        {row.register_label}
      </td>
      <td role="cell" data-label={t.columns.right} title={row.right_label}>
        {row.right_label}
      </td>
      <td role="cell" data-label={t.columns.track}>
        <TrackTag track={row.track} plain />
      </td>
      <td role="cell" data-label={t.columns.status}>
        {row.status_label}
      </td>
      <td role="cell" data-label={t.columns.due} className="due-cell">
        <span>
          <DeadlineMark row={row} />
          {row.due_on && <span className="secondary figures">{shortDate(row.due_on).slice(0, 6)}</span>}
        </span>
      </td>
      <td role="cell" data-label={t.columns.assignee} title={row.assignee ?? t.unassigned}>
        {row.assignee ?? <span className="subtle">{t.unassigned}</span>}
      </td>
    </tr>
  );
}
