import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { CaseRow } from '../../backend/types';
import { useTexts } from '../../texts/texts';
import { CaseRowView } from './case-row';
import type { Group } from './groups';

interface Props {
  groups: readonly Group[];
  busy: boolean;
  /** There are cases after the last row, so that the last group is not counted to its end. */
  more: boolean;
  selected: string | null;
  takeFocus: boolean;
  onSelect: (row: CaseRow) => void;
  onOpen: (row: CaseRow) => void;
  /** A press on a row: choose it, or open it where there is no room for a preview. */
  onPress: (row: CaseRow) => void;
}

/** The table is one tab stop: arrows move between the rows, Enter opens. */
export function CaseTable({ groups, busy, more, selected, takeFocus, onSelect, onOpen, onPress }: Props) {
  const t = useTexts().workList;
  const table = useRef<HTMLTableElement>(null);
  const rows = groups.flatMap((group) => group.rows);
  const inTabOrder = selected ?? rows[0]?.case ?? null;
  const focusRow = (number: string) =>
    table.current?.querySelector<HTMLElement>(`[data-case="${number}"] .row-button`)?.focus();

  useEffect(() => {
    if (takeFocus && selected) focusRow(selected);
    // Only when the list comes back: later the focus is where one has put it.
  }, []);

  const onKey = (event: KeyboardEvent) => {
    const at = rows.findIndex((row) => row.case === selected);
    const to =
      event.key === 'ArrowDown' ? at + 1
      : event.key === 'ArrowUp' ? at - 1
      : event.key === 'Home' ? 0
      : event.key === 'End' ? rows.length - 1
      : null;
    if (to === null || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (!row) return;
    onSelect(row);
    focusRow(row.case);
  };

  return (
    <table
      ref={table}
      className="ds-table case-table"
      role="table"
      aria-busy={busy}
      aria-label={t.title}
      onKeyDown={onKey}
    >
      <thead role="rowgroup">
        <tr role="row">
          {Object.entries(t.columns).map(([id, words]) => (
            <th key={id} role="columnheader" scope="col" aria-sort={id === 'due' ? 'ascending' : undefined}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group, index) => (
        <tbody key={group.name} role="rowgroup">
          <tr role="row" className="group-row">
            <th role="rowheader" scope="rowgroup" colSpan={Object.keys(t.columns).length}>
              {t.groups[group.name]} <span>({t.inGroup(group.rows.length, more && index === groups.length - 1)})</span>
            </th>
          </tr>
          {group.rows.map((row) => (
            <CaseRowView
              key={row.case}
              row={row}
              selected={row.case === selected}
              inTabOrder={row.case === inTabOrder}
              onSelect={() => onSelect(row)}
              onOpen={() => onOpen(row)}
              onPress={() => onPress(row)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
