import { Heading } from '@digdir/designsystemet-react';
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useEffect, type ReactNode } from 'react';
import type { CaseRow } from '../../backend/types';
import { CaseTable } from '../../cases/case-table';
import { MoreRows } from '../../cases/more-rows';
import { personOf } from '../../cases/person';
import { usePages, type Rest } from '../../cases/use-pages';
import { shortDate } from '../../dates/format';
import { useDraft } from '../../frame/drafts';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { useTexts, type Texts } from '../../texts/texts';
import '../../cases/cases.css';
import './in-force.css';

interface Props {
  /** Tells the order of the list, so that a case knows its neighbours. */
  onOrder: (numbers: readonly string[], rest: Rest | null) => void;
  onOpen: (number: string) => void;
}

/** What stands in force after its case, the review that is due first at the top. */
export function InForceList({ onOrder, onOpen }: Props) {
  const texts = useTexts();
  const t = texts.inForce;
  const [selected, setSelected] = useDraft<string | null>('selected in force', null);
  const pages = usePages({
    track: null, stage: null, register: null, right: null, state: null, mine: false, in_force: true,
  });
  const { list, rows } = pages;
  const numbers = rows.map((each) => each.case).join();
  useEffect(() => onOrder(numbers === '' ? [] : numbers.split(','), pages.rest), [numbers, pages.rest?.next]);
  useShortcuts({ move: 'here', open: 'here' });
  const open = (row: CaseRow) => {
    setSelected(row.case);
    onOpen(row.case);
  };

  if (pages.failure && !list) return <FailurePage failure={pages.failure} onRetry={pages.reload} />;
  const columns = Object.keys(t.columns) as Column[];
  const head = (
    <tr role="row">
      <th role="columnheader" scope="col">
        {texts.cases.number}
      </th>
      {columns.map((column) => (
        <th key={column} role="columnheader" scope="col" aria-sort={column === 'review' ? 'ascending' : undefined}>
          {t.columns[column]}
        </th>
      ))}
    </tr>
  );
  return (
    <div className="case-list in-force">
      <header className="case-list-head">
        <div className="page-head">
          <PageTitle focus={selected === null}>{t.title}</PageTitle>
          <p className="subtle">{t.subtitle}</p>
        </div>
      </header>
      <Pane label={t.title} className="case-list-pane">
        {!list && <p className="loading">{texts.frame.loading}</p>}
        {list && rows.length === 0 && !pages.loading && (
          <div className="empty">
            <Heading level={2} data-size="2xs">
              {t.empty}
            </Heading>
            <p className="subtle">{t.emptyText}</p>
          </div>
        )}
        {rows.length > 0 && (
          <CaseTable
            label={t.title}
            className="in-force-table"
            rows={rows}
            busy={pages.loading}
            selected={rows.some((each) => each.case === selected) ? selected : (rows[0]?.case ?? null)}
            takeFocus={selected !== null}
            columns={['number', ...columns]}
            head={head}
            onSelect={(row) => setSelected(row.case)}
            onOpen={open}
            onPress={open}
          >
            {(line) => <tbody role="rowgroup">{rows.map((row) => line(row, <Cells row={row} columns={columns} />))}</tbody>}
          </CaseTable>
        )}
        {pages.hasMore && <MoreRows busy={pages.loading} onMore={() => void pages.showMore()} />}
      </Pane>
    </div>
  );
}

type Column = keyof Texts['inForce']['columns'];

function Cells({ row, columns }: { row: CaseRow; columns: readonly Column[] }) {
  const texts = useTexts();
  const t = texts.inForce;
  const standing = row.in_force;
  const content: Record<Column, ReactNode> = {
    what: standing?.label ?? '–',
    register: row.register_label,
    person: personOf(texts.cases, row),
    ground: standing?.ground ?? '–',
    since: standing ? shortDate(standing.since_on) : '–',
    review: <Review row={row} />,
    assignee: row.assignee ?? <span className="subtle">{texts.cases.unassigned}</span>,
  };
  return columns.map((column) => (
    <td key={column} role="cell" className={`cell-${column} figures`} data-label={t.columns[column]}>
      {content[column]}
    </td>
  ));
}

/** The day of the next review; one that has come has a mark, and says so. */
function Review({ row }: { row: CaseRow }) {
  const t = useTexts().inForce;
  const on = row.in_force?.review_on;
  if (!on) return <span className="subtle">{t.notSet}</span>;
  if (!row.in_force?.review_due) return shortDate(on);
  return (
    <span className="deadline-mark" data-urgency="soon" title={t.due}>
      <ExclamationmarkTriangleIcon aria-hidden />
      {shortDate(on)}
      <span className="ds-sr-only">{t.due}</span>
    </span>
  );
}
