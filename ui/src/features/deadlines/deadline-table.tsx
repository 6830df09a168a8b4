import type { CaseRow, Figure } from '../../backend/types';
import { CaseTable } from '../../cases/case-table';
import { useTexts } from '../../texts/texts';
import { Cells } from './cells';
import { columnsOf } from './columns';

interface Props {
  figure: Figure;
  rows: readonly CaseRow[];
  today: string;
  busy: boolean;
  selected: string | null;
  takeFocus: boolean;
  onSelect: (row: CaseRow) => void;
  onOpen: (row: CaseRow) => void;
  onPress: (row: CaseRow) => void;
}

/** The cases of a figure, the first due first. */
export function DeadlineTable({ figure, today, ...props }: Props) {
  const texts = useTexts();
  const t = texts.deadlines;
  const columns = columnsOf(figure);
  const head = (
    <tr role="row">
      <th role="columnheader" scope="col">
        {texts.cases.number}
      </th>
      {columns.map((column) => (
        <th
          key={column}
          role="columnheader"
          scope="col"
          className={`cell-${column}`}
          aria-sort={column === 'due' ? 'ascending' : undefined}
        >
          {t.columns[column]}
        </th>
      ))}
    </tr>
  );
  return (
    <CaseTable {...props} label={t.title} className="deadline-table" columns={['number', ...columns]} head={head}>
      {(line) => (
        <tbody role="rowgroup">
          {props.rows.map((row) => line(row, <Cells row={row} columns={columns} today={today} />))}
        </tbody>
      )}
    </CaseTable>
  );
}
