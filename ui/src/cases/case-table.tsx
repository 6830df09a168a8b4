import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { CaseRow } from '../backend/types';
import { useTexts } from '../texts/texts';

interface Props {
  label: string;
  className: string;
  /** Every row, in the order they stand on the screen. */
  rows: readonly CaseRow[];
  selected: string | null;
  busy: boolean;
  /** Whether the chosen row takes the focus when the list comes. */
  takeFocus: boolean;
  /** A class for each column, from which it has its width. */
  columns: readonly string[];
  head: ReactNode;
  /** The bodies of the table: `line` makes a row of a case and of the cells after its number. */
  children: (line: (row: CaseRow, cells: ReactNode) => ReactNode) => ReactNode;
  onSelect: (row: CaseRow) => void;
  onOpen: (row: CaseRow) => void;
  /** A press on a row: choose it, or open it where there is no room for a preview. */
  onPress: (row: CaseRow) => void;
  /** Where several cases are picked out: which they are, and what picks one or lets it go. */
  picking?: { picked: ReadonlySet<string>; onPick: (row: CaseRow) => void } | undefined;
}

/** A table of cases is one tab stop: arrows move between the rows, Enter opens. */
export function CaseTable(props: Props) {
  const t = useTexts().cases;
  const { rows, selected, onSelect, onOpen, onPress } = props;
  const table = useRef<HTMLTableElement>(null);
  const inTabOrder = rows.some((row) => row.case === selected) ? selected : (rows[0]?.case ?? null);
  const focusRow = (number: string) =>
    table.current?.querySelector<HTMLElement>(`[data-case="${number}"] .row-button`)?.focus();

  useEffect(() => {
    if (props.takeFocus && selected) focusRow(selected);
    // Only when the list comes back: later the focus is where one has put it.
  }, []);

  const onKey = (event: KeyboardEvent) => {
    const current = rows.find((row) => row.case === selected);
    if (props.picking && event.key === ' ' && current) {
      event.preventDefault();
      props.picking.onPick(current);
      return;
    }
    const to = rowAfter(event.key, rows.findIndex((row) => row.case === selected), rows.length);
    const row = to === null ? undefined : rows[to];
    if (!row || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    onSelect(row);
    focusRow(row.case);
  };
  const line = (row: CaseRow, cells: ReactNode) => (
    <tr
      key={row.case}
      role="row"
      className="case-row"
      data-case={row.case}
      data-selected={row.case === selected || undefined}
      onClick={() => onPress(row)}
      onDoubleClick={() => onOpen(row)}
    >
      <td role="cell" data-label={t.number} className={props.picking && 'picking-cell'}>
        {props.picking && (
          <input
            type="checkbox"
            className="ds-input"
            tabIndex={-1}
            aria-label={t.pick(row.case)}
            checked={props.picking.picked.has(row.case)}
            onClick={(event) => event.stopPropagation()}
            onChange={() => props.picking?.onPick(row)}
          />
        )}
        <button
          type="button"
          className="row-button figures"
          tabIndex={row.case === inTabOrder ? 0 : -1}
          aria-current={row.case === selected || undefined}
          onFocus={() => onSelect(row)}
          onClick={() => onOpen(row)}
        >
          {row.case}
        </button>
      </td>
      {cells}
    </tr>
  );
  return (
    <table
      ref={table}
      className={`ds-table case-table ${props.className}`}
      role="table"
      aria-busy={props.busy}
      aria-label={props.label}
      onKeyDown={onKey}
      // A button is pressed when the space bar is let go.
      onKeyUp={(event) => props.picking && event.key === ' ' && event.preventDefault()}
      data-picking={props.picking ? '' : undefined}
    >
      <colgroup>
        {props.columns.map((column) => (
          <col key={column} className={`column-${column}`} />
        ))}
      </colgroup>
      <thead role="rowgroup">{props.head}</thead>
      {props.children(line)}
    </table>
  );
}

/** The place that a key moves to in a list, or null when it moves nowhere. */
export function rowAfter(key: string, at: number, count: number): number | null {
  const to =
    key === 'ArrowDown' ? at + 1
    : key === 'ArrowUp' ? at - 1
    : key === 'Home' ? 0
    : key === 'End' ? count - 1
    : null;
  return to === null || count === 0 ? null : Math.min(Math.max(to, 0), count - 1);
}
