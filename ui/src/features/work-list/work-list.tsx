import { Button } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useRegisters } from '../../backend/queries';
import type { CaseRow } from '../../backend/types';
import { useDraft } from '../../frame/drafts';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { useNarrow } from '../../frame/use-narrow';
import { useTexts } from '../../texts/texts';
import { CaseTable } from './case-table';
import { Empty } from './empty';
import { FilterBar } from './filter-bar';
import { noFilters, setFilters, type Filters } from './filters';
import { grouped } from './groups';
import { Preview } from './preview';
import { usePages } from './use-pages';
import './work-list.css';

interface Props {
  section25: boolean;
  /** Whether anything was ever registered in the store. */
  used: boolean;
  /** Tells the order of the list, so that a case knows its neighbours. */
  onOrder: (numbers: readonly string[]) => void;
  onOpen: (number: string) => void;
}

export function WorkList({ section25, used, onOrder, onOpen }: Props) {
  const texts = useTexts();
  const t = texts.workList;
  const place = section25 ? 'section-25' : 'all';
  const first: Filters = section25 ? { ...noFilters, track: 'section-25' } : noFilters;
  const [filters, setTheFilters] = useDraft<Filters>(`filters ${place}`, first);
  const [selected, setSelected] = useDraft<string | null>(`selected ${place}`, null);
  const catalogue = useRegisters();
  const pages = usePages(filters);
  const narrow = useNarrow();

  const groups = grouped(pages.rows);
  const ordered = groups.flatMap((group) => group.rows);
  const row = ordered.find((each) => each.case === selected) ?? ordered[0] ?? null;
  const overdue = groups.find((group) => group.name === 'overdue')?.rows.length ?? 0;
  const numbers = ordered.map((each) => each.case).join();
  useEffect(() => onOrder(numbers === '' ? [] : numbers.split(',')), [numbers]);

  const reset = () => setTheFilters(noFilters);
  useShortcuts({
    move: 'here',
    open: 'here',
    back: setFilters(filters).length > 0 ? reset : undefined,
  });

  const register = catalogue.data?.registers.find((each) => each.id === filters.register);
  const right = catalogue.data?.rights.find((each) => each.id === filters.right);
  const labels = {
    register: `${t.register}: ${register?.short ?? filters.register}`,
    right: `${t.right}: ${right?.label ?? filters.right}`,
    track: `${t.track}: ${filters.track ? texts.codes.track[filters.track] : ''}`,
    state: `${t.state}: ${filters.state ? texts.codes.state[filters.state] : ''}`,
    mine: t.mine,
  };
  const open = (each: CaseRow) => {
    setSelected(each.case);
    onOpen(each.case);
  };

  if (pages.failure && !pages.list) return <FailurePage failure={pages.failure} onRetry={pages.reload} />;
  const list = pages.list;
  const filtered = setFilters(filters).length > 0;
  return (
    <div className="work-list" data-preview={row !== null && !narrow}>
      <header className="work-list-head">
        <div className="page-head">
          <PageTitle focus={selected === null}>{section25 ? t.section25Title : t.title}</PageTitle>
          {list && (
            <p className="subtle" role="status">
              {filtered ? t.matching(ordered.length, pages.hasMore) : t.count(list.total_open, overdue)}
            </p>
          )}
        </div>
        <FilterBar filters={filters} catalogue={catalogue.data} onChange={setTheFilters} onReset={reset} />
      </header>
      <Pane label={t.title} className="work-list-pane">
        {!list && <p className="loading">{texts.frame.loading}</p>}
        {list && ordered.length === 0 && (
          <Empty
            filters={filters}
            labels={labels}
            open={list.total_open}
            used={used}
            onChange={setTheFilters}
            onReset={reset}
          />
        )}
        {ordered.length > 0 && (
          <CaseTable
            groups={groups}
            busy={pages.loading}
            more={pages.hasMore}
            selected={row?.case ?? null}
            takeFocus={selected !== null}
            onSelect={(each) => setSelected(each.case)}
            onOpen={open}
            onPress={(each) => (narrow ? open(each) : setSelected(each.case))}
          />
        )}
        {pages.hasMore && (
          <Button
            variant="secondary"
            className="more-rows"
            aria-busy={pages.loading}
            onClick={() => void pages.showMore()}
          >
            {t.more}
          </Button>
        )}
      </Pane>
      {row && !narrow && <Preview row={row} onOpen={() => open(row)} />}
    </div>
  );
}
