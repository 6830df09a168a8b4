import { useEffect, useState } from 'react';
import type { CaseRow, Stage } from '../../backend/types';
import { MoreRows } from '../../cases/more-rows';
import { usePages, type Rest } from '../../cases/use-pages';
import { usePlace } from '../../cases/use-place';
import { useDraft } from '../../frame/drafts';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { tabBeside, TabList, TabPanel } from '../../frame/tabs';
import { useNarrow } from '../../frame/use-narrow';
import { useTexts } from '../../texts/texts';
import { Assessment } from './assessment';
import { Empty } from './empty';
import { Queue } from './queue';
import { ALL, tabsOf } from './stages';
import '../../cases/cases.css';
import './section-25.css';

interface Props {
  /** Tells the order of the list, so that a case knows its neighbours. */
  onOrder: (numbers: readonly string[], rest: Rest | null) => void;
  /** Called when something has changed that is counted elsewhere. */
  onChanged: () => void;
  onOpen: (number: string) => void;
}

/** The § 25 cases as a queue of their own: the questions are others than in the work list. */
export function Section25({ onOrder, onChanged, onOpen }: Props) {
  const texts = useTexts();
  const t = texts.section25;
  const [stage, setStage] = useDraft<Stage | typeof ALL>('section 25 stage', ALL);
  const [selected, setSelected] = useDraft<string | null>('selected in section 25', null);
  // A case that was answered here stays in the preview, also when the answer took it out of the list.
  const [held, setHeld] = useState<string | null>(null);
  const pages = usePages({
    track: 'section-25', stage: stage === ALL ? null : stage, register: null, right: null, state: null, mine: false,
  });
  const narrow = useNarrow();

  const { list, rows } = pages;
  const tabs = list ? tabsOf(t, list) : [];
  const chosen = selected !== null && (held === selected || rows.some((each) => each.case === selected));
  const place = usePlace('section 25', rows, held === selected ? null : selected, setSelected);
  const number = chosen ? selected : (place ?? rows[0]?.case ?? null);
  const row = rows.find((each) => each.case === number) ?? null;
  const numbers = rows.map((each) => each.case).join();
  useEffect(() => onOrder(numbers === '' ? [] : numbers.split(','), pages.rest), [numbers, pages.rest?.next]);

  const goTo = (tab: string) => {
    setHeld(null);
    setSelected(null);
    setStage(tab as Stage | typeof ALL);
  };
  const select = (each: CaseRow) => {
    setHeld(null);
    setSelected(each.case);
  };
  const open = (each: string) => {
    setSelected(each);
    onOpen(each);
  };
  useShortcuts({
    move: 'here',
    open: 'here',
    'switch-tab': (event) => {
      const tab = tabBeside(tabs, stage, event.key === 'ArrowRight' ? 1 : -1);
      if (tab) goTo(tab.id);
    },
    back: () => document.querySelector<HTMLElement>('.queue .row-button[tabindex="0"]')?.focus(),
  });

  if (pages.failure && !list) return <FailurePage failure={pages.failure} onRetry={pages.reload} />;
  const remaining = list ? Number(tabs.find((each) => each.id === stage)?.count ?? 0) - rows.length : 0;
  const paused = rows.some((each) => each.paused_since_on !== null);
  return (
    <div className="case-list section-25" data-preview={number !== null && !narrow}>
      <header className="case-list-head">
        <div className="page-head">
          <PageTitle focus={selected === null}>{t.title}</PageTitle>
          <p className="subtle">{t.subtitle}</p>
        </div>
        <TabList label={t.stages} tabs={tabs} chosen={stage} onChoose={goTo} />
      </header>
      <Pane label={t.title} className="case-list-pane">
        <TabPanel of={stage}>
          {!list && <p className="loading">{texts.frame.loading}</p>}
          {list && rows.length === 0 && !pages.loading && (
            <Empty
              stage={tabs.find((each) => each.id === stage && stage !== ALL)?.label ?? null}
              all={list.section_25}
              onAll={() => goTo(ALL)}
            />
          )}
          {rows.length > 0 && (
            <Queue
              rows={rows}
              busy={pages.loading}
              selected={number}
              takeFocus={selected !== null}
              onSelect={select}
              onOpen={(each) => open(each.case)}
              onPress={(each) => (narrow ? open(each.case) : select(each))}
            />
          )}
          {rows.length > 0 && (remaining > 0 || paused) && (
            <p className="secondary queue-foot">
              {remaining > 0 && t.remaining(remaining)} {paused && t.pausedLast}
            </p>
          )}
          {pages.hasMore && <MoreRows busy={pages.loading} onMore={() => void pages.showMore()} />}
        </TabPanel>
      </Pane>
      {number && !narrow && (
        <Assessment
          number={number}
          row={row}
          onAnswered={(stillShown) => {
            // Whoever has gone on to another case meanwhile stays there.
            if (stillShown) {
              setHeld(number);
              setSelected(number);
            }
            pages.reload();
            onChanged();
          }}
          onOpen={() => open(number)}
        />
      )}
    </div>
  );
}
