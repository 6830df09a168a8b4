import type { CaseRow, ListColumn } from '../../backend/types';
import { CaseTable } from '../../cases/case-table';
import { useTexts } from '../../texts/texts';
import { Cells } from './cells';
import type { ShownOrder } from './filters';
import type { Group } from './groups';

interface Props {
  groups: readonly Group[];
  busy: boolean;
  /** There are cases after the last row, so that the last group is not counted to its end. */
  more: boolean;
  sort: ShownOrder;
  columns: readonly ListColumn[];
  selected: string | null;
  takeFocus: boolean;
  onSelect: (row: CaseRow) => void;
  onOpen: (row: CaseRow) => void;
  onPress: (row: CaseRow) => void;
  picking?: { picked: ReadonlySet<string>; onPick: (row: CaseRow) => void } | undefined;
}

/** The work list; in the order of its dates it is grouped by when it hurts. */
export function GroupedTable({ groups, more, sort, columns, ...table }: Props) {
  const t = useTexts().workList;
  // The day of receipt is shown where there is room for it, or where the list is sorted by it.
  const onlyWide = sort !== 'received' && columns.includes('received') ? 'received' : null;
  const all = ['number', ...columns] as const;
  const sorted = (column: string) =>
    column === sort ? (sort === 'received' ? ('descending' as const) : ('ascending' as const)) : undefined;
  const head = (
    <tr role="row">
      {all.map((column) => (
        <th
          key={column}
          role="columnheader"
          scope="col"
          className={column === onlyWide ? 'only-wide' : undefined}
          aria-sort={sorted(column)}
        >
          {t.columns[column]}
        </th>
      ))}
    </tr>
  );
  return (
    <CaseTable
      {...table}
      label={t.title}
      className={`work-list-table ${onlyWide ? '' : 'received-shown'}`}
      rows={groups.flatMap((group) => group.rows)}
      columns={all}
      head={head}
    >
      {(line) =>
        groups.map((group, index) => (
          <tbody key={group.name} role="rowgroup">
            <tr role="row" className="group-row">
              <th role="rowheader" scope="rowgroup" colSpan={all.length - (onlyWide ? 1 : 0)}>
                {group.name === 'all' ? t.orders[sort] : t.groups[group.name]}{' '}
                <span>({t.inGroup(group.rows.length, more && index === groups.length - 1)})</span>
              </th>
              {/* The day of receipt; spanning it where it is not shown would leave an empty column. */}
              {onlyWide && <td role="cell" className="only-wide" />}
            </tr>
            {group.rows.map((row) => line(row, <Cells row={row} columns={columns} onlyWide={onlyWide} />))}
          </tbody>
        ))
      }
    </CaseTable>
  );
}
