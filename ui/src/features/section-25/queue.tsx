import type { CaseRow } from '../../backend/types';
import { CaseTable } from '../../cases/case-table';
import { useTexts } from '../../texts/texts';
import { Cells } from './cells';

interface Props {
  rows: readonly CaseRow[];
  busy: boolean;
  selected: string | null;
  takeFocus: boolean;
  onSelect: (row: CaseRow) => void;
  onOpen: (row: CaseRow) => void;
  onPress: (row: CaseRow) => void;
}

/** The queue: one column for each thing that a case may lack, so that one runs down it with the eye. */
export function Queue(props: Props) {
  const texts = useTexts();
  const t = texts.section25;
  const column = (id: keyof typeof t.columns) => (
    <th role="columnheader" scope="col" aria-sort={id === 'due' ? 'ascending' : undefined}>
      {t.columns[id]}
    </th>
  );
  const head = (
    <>
      <tr role="row" className="queue-groups">
        <td role="cell" colSpan={3} />
        <th role="columnheader" scope="colgroup" colSpan={2}>
          <span>{t.groups.evidence}</span>
        </th>
        <th role="columnheader" scope="colgroup" colSpan={2}>
          <span>{t.groups.conditions}</span>
        </th>
        <td role="cell" colSpan={2} />
      </tr>
      <tr role="row">
        <th role="columnheader" scope="col">
          {texts.cases.number}
        </th>
        {column('register')}
        {column('right')}
        {column('grounds')}
        {column('documents')}
        {column('burdensome')}
        {column('publicInterest')}
        {column('outcome')}
        {column('due')}
      </tr>
    </>
  );
  return (
    <CaseTable {...props} label={t.title} className="queue" columns={['number', ...Object.keys(t.columns)]} head={head}>
      {(line) => <tbody role="rowgroup">{props.rows.map((row) => line(row, <Cells row={row} />))}</tbody>}
    </CaseTable>
  );
}
