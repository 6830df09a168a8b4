import { useEffect, useState } from 'react';
import { listChoose } from '../../backend/commands';
import { useRegisters } from '../../backend/queries';
import type { CaseRow, Kept, ListColumn, ListOrder, SessionState } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { MoreRows } from '../../cases/more-rows';
import { usePages, type Rest } from '../../cases/use-pages';
import { usePlace } from '../../cases/use-place';
import '../../cases/cases.css';
import { useCommands } from '../../frame/commands';
import { useDraft } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { readsOnly, useUser } from '../../frame/reader';
import { useShortcuts } from '../../frame/shortcut-provider';
import { UnreadableAlert } from '../../frame/unreadable-alert';
import { useNarrow } from '../../frame/use-narrow';
import { useTexts } from '../../texts/texts';
import { Empty } from './empty';
import { FilterBar } from './filter-bar';
import { noFilters, queryOf, setFilters, shownOrder, toView, withOne, type Filters } from './filters';
import { GroupedTable } from './grouped-table';
import { grouped } from './groups';
import { COLUMNS, ListMenu } from './list-menu';
import { ManyDialog } from './many-dialog';
import { Preview } from './preview';
import { SearchField } from './search-field';
import { SelectionBar, type ManyAction } from './selection-bar';
import { useLabels } from './use-labels';
import { ViewDialog } from './view-dialog';
import './work-list.css';

interface Props {
  session: SessionState;
  /** What the user keeps of the list; null until it is read. */
  kept: Kept | null;
  onKept: (kept: Kept) => void;
  /** Whether anything was ever registered in the store. */
  used: boolean;
  /** What of the office's own cannot be read. */
  unreadable: SessionState['unreadable'];
  /** Tells the order of the list, so that a case knows its neighbours. */
  onOrder: (numbers: readonly string[], rest: Rest | null) => void;
  onOpen: (number: string) => void;
}

export function WorkList({ session, kept, onKept, used, unreadable, onOrder, onOpen }: Props) {
  const texts = useTexts();
  const t = texts.workList;
  const [filters, setTheFilters] = useDraft<Filters>('filters', noFilters);
  const [selected, setSelected] = useDraft<string | null>('selected in the work list', null);
  // The order of a saved view, while it is on the screen; else that which the user keeps.
  const [ofView, setOfView] = useDraft<ListOrder | null>('order of the view', null);
  const order = ofView ?? kept?.sort ?? 'due';
  const sort = shownOrder(filters, order);
  const columns = kept?.columns ?? COLUMNS;
  const choose = useAction(listChoose);
  const catalogue = useRegisters();
  const pages = usePages(queryOf(filters, order));
  const narrow = useNarrow();

  // After a refusal the rows that are left are those of the list before, and say nothing of this one.
  const groups = grouped(pages.failure ? [] : pages.rows, sort);
  const ordered = groups.flatMap((group) => group.rows);
  const place = usePlace('the work list', ordered, selected, setSelected);
  const row = ordered.find((each) => each.case === place) ?? ordered[0] ?? null;
  const overdue = groups.find((group) => group.name === 'overdue')?.rows.length ?? 0;
  const numbers = ordered.map((each) => each.case).join();
  useEffect(() => onOrder(numbers === '' ? [] : numbers.split(','), pages.rest), [numbers, pages.rest?.next]);

  // The cases that are picked out for something that is done with many; null while nothing is.
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  // Whether all of the list is, also what is not shown.
  const [everything, setEverything] = useState(false);
  const [acting, setActing] = useState<ManyAction | null>(null);
  const [saving, setSaving] = useState(false);
  const reader = readsOnly(useUser());
  const pickOnly = (numbers: readonly string[] | null) => {
    setEverything(false);
    setPicked(numbers);
  };
  const pick = ({ case: number }: CaseRow) =>
    pickOnly(picked?.includes(number) ? picked.filter((each) => each !== number) : [...(picked ?? []), number]);

  const reset = () => setTheFilters(noFilters);
  useShortcuts({
    move: 'here',
    open: 'here',
    back: picked ? () => pickOnly(null) : setFilters(filters).length > 0 ? reset : undefined,
  });

  useCommands([
    { id: 'mine', group: 'here', label: t.whose.mine, run: () => setTheFilters({ ...filters, whose: 'mine', assignee: null }) },
    ...(setFilters(filters).length > 0 ? [{ id: 'reset', group: 'here' as const, label: t.empty.reset, run: reset }] : []),
    ...(reader || ordered.length === 0 ? [] : [{ id: 'pick', group: 'here' as const, label: t.selection.begin, run: () => pickOnly([]) }]),
  ]);

  const { labels } = useLabels(filters, catalogue.data);
  const keep = async (choice: { sort?: ListOrder; columns?: readonly ListColumn[] }) => {
    if (choice.sort) setOfView(null);
    const after = await choose.run({ sort: choice.sort ?? null, columns: choice.columns ? [...choice.columns] : null });
    if (after) onKept(after);
  };
  const open = (each: CaseRow) => {
    setSelected(each.case);
    onOpen(each.case);
  };

  if (pages.failure && !pages.list) return <FailurePage failure={pages.failure} onRetry={pages.reload} />;
  const list = pages.list;
  const filtered = setFilters(filters).length > 0;
  return (
    <div className="case-list" data-preview={row !== null && !narrow}>
      <header className="case-list-head">
        <div className="page-head">
          <PageTitle focus={selected === null}>{t.title}</PageTitle>
          {list && !pages.failure && (
            <p className="subtle" role="status">
              {filtered ? t.matching(ordered.length, pages.hasMore) : t.count(list.total_open, overdue)}
            </p>
          )}
          <SearchField onFind={(found) => setTheFilters(withOne(filters, { found }))} />
        </div>
        <UnreadableAlert unreadable={unreadable} />
        {picked ? (
          <SelectionBar
            picked={picked.length}
            shown={ordered.length}
            more={pages.hasMore}
            everything={everything}
            onAll={() => pickOnly(ordered.map((each) => each.case))}
            onEverything={() => {
              setPicked(ordered.map((each) => each.case));
              setEverything(true);
            }}
            onAct={setActing}
            onDone={() => pickOnly(null)}
          />
        ) : (
          <FilterBar
            filters={filters}
            catalogue={catalogue.data}
            users={session.users}
            today={session.today}
            onChange={setTheFilters}
            onReset={reset}
          >
            <ListMenu
              sort={sort}
              columns={columns}
              onSort={(to) => void keep({ sort: to })}
              onColumns={(to) => void keep({ columns: to })}
            />
            {kept && (
              <button type="button" className="link-button" onClick={() => setSaving(true)}>
                {t.views.begin}
              </button>
            )}
            {ordered.length > 0 && !reader && (
              <button type="button" className="link-button" onClick={() => setPicked([])}>
                {t.selection.begin}
              </button>
            )}
          </FilterBar>
        )}
      </header>
      <Pane label={t.title} className="case-list-pane">
        <FailureAlert failure={pages.failure ?? choose.failure} />
        {!list && <p className="loading">{texts.frame.loading}</p>}
        {list && ordered.length === 0 && !pages.failure && (
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
          <GroupedTable
            groups={groups}
            busy={pages.loading}
            more={pages.hasMore}
            sort={sort}
            columns={columns}
            selected={row?.case ?? null}
            takeFocus={selected !== null}
            onSelect={(each) => setSelected(each.case)}
            onOpen={open}
            onPress={(each) => (narrow ? open(each) : setSelected(each.case))}
            picking={picked ? { picked: new Set(picked), onPick: pick } : undefined}
          />
        )}
        {pages.hasMore && <MoreRows busy={pages.loading} onMore={() => void pages.showMore()} />}
      </Pane>
      {row && !narrow && <Preview row={row} onOpen={() => open(row)} />}
      {saving && kept && (
        <ViewDialog
          filters={toView(filters, order)}
          searching={filters.found !== null}
          kept={kept}
          onKept={onKept}
          onClose={() => setSaving(false)}
        />
      )}
      {picked && acting && (
        <ManyDialog
          action={acting}
          picked={picked}
          list={everything ? queryOf(filters, order) : null}
          onClose={(changed) => {
            setActing(null);
            if (!changed) return;
            pickOnly(null);
            pages.reload();
          }}
        />
      )}
    </div>
  );
}
