import type { CaseRow } from '../../backend/types';
import { CaseTable } from '../../cases/case-table';
import { useTexts } from '../../texts/texts';
import { Cells } from './cells';
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
  onPress: (row: CaseRow) => void;
  picking?: { picked: ReadonlySet<string>; onPick: (row: CaseRow) => void } | undefined;
}

/** The work list, grouped by when it hurts. */
export function GroupedTable({ groups, more, ...table }: Props) {
  const t = useTexts().workList;
  const head = (
    <tr role="row">
      {Object.entries(t.columns).map(([id, words]) => (
        <th
          key={id}
          role="columnheader"
          scope="col"
          className={id === 'received' ? 'only-wide' : undefined}
          aria-sort={id === 'due' ? 'ascending' : undefined}
        >
          {words}
        </th>
      ))}
    </tr>
  );
  return (
    <CaseTable
      {...table}
      label={t.title}
      className="work-list-table"
      rows={groups.flatMap((group) => group.rows)}
      columns={Object.keys(t.columns)}
      head={head}
    >
      {(line) =>
        groups.map((group, index) => (
          <tbody key={group.name} role="rowgroup">
            <tr role="row" className="group-row">
              <th role="rowheader" scope="rowgroup" colSpan={Object.keys(t.columns).length - 1}>
                {t.groups[group.name]} <span>({t.inGroup(group.rows.length, more && index === groups.length - 1)})</span>
              </th>
              {/* The day of receipt; spanning it where it is not shown would leave an empty column. */}
              <td role="cell" className="only-wide" />
            </tr>
            {group.rows.map((row) => line(row, <Cells row={row} />))}
          </tbody>
        ))
      }
    </CaseTable>
  );
}
