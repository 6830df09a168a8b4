import { Button, Chip } from '@digdir/designsystemet-react';
import { CalendarIcon, DownloadIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { deadlineCalendarSave, deadlinesSave } from '../../backend/commands';
import { useDeadlineFigures, useDueDays } from '../../backend/queries';
import type { CaseRow, Figure, Track } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { MoreRows } from '../../cases/more-rows';
import { usePages, type Rest } from '../../cases/use-pages';
import { usePlace } from '../../cases/use-place';
import { useAnnounce } from '../../frame/announcer';
import { useDraft } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { tabBeside, TabList, TabPanel } from '../../frame/tabs';
import { useNarrow } from '../../frame/use-narrow';
import { shortDate } from '../../dates/format';
import { useTexts, type Texts } from '../../texts/texts';
import { DeadlineTable } from './deadline-table';
import { DueCalendar, type Due } from './due-calendar';
import { Empty } from './empty';
import { Matrix } from './matrix';
import '../../cases/cases.css';
import './deadlines.css';

interface Props {
  today: string;
  /** Tells the order of the list, so that a case knows its neighbours. */
  onOrder: (numbers: readonly string[], rest: Rest | null) => void;
  onOpen: (number: string) => void;
}

/** What a list is narrowed to beside its figure. */
type Only = { kind: 'register' | 'track'; id: string; label: string };

/** The deadlines to review: what is late, soon due, waiting and extended, and the cases behind each figure. */
export function Deadlines({ today, onOrder, onOpen }: Props) {
  const texts = useTexts();
  const t = texts.deadlines;
  const asked = useDeadlineFigures();
  const [wanted, setWanted] = useDraft<Figure | null>('figure', null);
  const [only, setOnly] = useDraft<Only | null>('only in deadlines', null);
  const [due, setDue] = useDraft<Due | null>('due in deadlines', null);
  const [selected, setSelected] = useDraft<string | null>('selected in deadlines', null);
  // The heading takes the focus when the screen comes, and never from a figure that is pressed.
  const [back] = useState(selected !== null);
  const save = useAction(deadlinesSave);
  const toCalendar = useAction(deadlineCalendarSave);
  const announce = useAnnounce();
  const narrow = useNarrow();

  const figures = asked.data;
  const count = (of: Figure) => figures?.figures.find((each) => each.figure === of)?.count ?? 0;
  // What is late comes first; on a good day there is nothing late, and then everything.
  const figure = wanted ?? (count('forfalt') > 0 ? 'forfalt' : 'ubesvart');
  const shown = {
    figure,
    register: only?.kind === 'register' ? only.id : null,
    track: only?.kind === 'track' ? (only.id as Track) : null,
    due_from: due?.from ?? null,
    due_to: due?.to ?? null,
  };
  const days = useDueDays(shown.register, shown.track);
  const pages = usePages({ ...shown, stage: null, right: null, state: null, mine: false });
  const { list, rows } = pages;
  const place = usePlace('deadlines', rows, selected, setSelected);
  const numbers = rows.map((each) => each.case).join();
  useEffect(() => onOrder(numbers === '' ? [] : numbers.split(','), pages.rest), [numbers, pages.rest?.next]);

  // Beside a list of one register or track stand the figures of that one.
  const groups = only?.kind === 'track' ? figures?.tracks : figures?.registers;
  const narrowed = only && groups?.find((each) => each.id === only.id)?.counts;
  const tabs = (figures?.figures ?? []).map((each, place) => ({
    id: each.figure,
    label: each.label,
    // Of a day there is the list, and no count.
    count: due ? null : String(only ? (narrowed?.[place] ?? 0) : each.count),
  }));
  const goTo = (to: Figure, beside: Only | null, on: Due | null = null) => {
    setSelected(null);
    setOnly(beside);
    setDue(on);
    setWanted(to);
  };
  // A day that is pressed again is let go.
  const goToDay = (on: Due) => goTo('ubesvart', only, on.from === due?.from && on.to === due?.to ? null : on);
  const open = (each: CaseRow) => {
    setSelected(each.case);
    onOpen(each.case);
  };
  const saveIt = async () => {
    const saved = await save.run(shown);
    if (saved?.path) announce(t.saved(saved.path));
  };
  const calendarIt = async () => {
    const { register, track } = shown;
    const saved = await toCalendar.run({ mine: false, register, track });
    if (saved?.path) announce(t.calendarSaved(saved.path));
  };
  useShortcuts({
    move: 'here',
    open: 'here',
    'switch-tab': (event) => {
      const tab = tabBeside(tabs, figure, event.key === 'ArrowRight' ? 1 : -1);
      if (tab) goTo(tab.id as Figure, only);
    },
    back: due ? () => goTo(figure, only) : only ? () => goTo(figure, null) : undefined,
  });

  const failure = asked.failure ?? days.failure ?? pages.failure;
  const again = () => {
    asked.reload();
    days.reload();
    pages.reload();
  };
  if (failure && !(figures && list)) return <FailurePage failure={failure} onRetry={again} />;
  if (!figures) return <p className="loading">{texts.frame.loading}</p>;
  const matrix = (kind: Only['kind'], label: string) => (
    <Matrix
      label={label}
      figures={figures.figures}
      rows={kind === 'register' ? figures.registers : figures.tracks}
      chosen={only?.kind === kind && !due ? { id: only.id, figure } : null}
      onChoose={(row, to) => goTo(to, { kind, id: row.id, label: row.label })}
    />
  );
  const label = figures.figures.find((each) => each.figure === figure)?.label ?? '';
  return (
    <div className="case-list deadlines">
      <header className="case-list-head">
        <div className="page-head">
          <PageTitle focus={!back}>{t.title}</PageTitle>
          <p className="subtle">{t.summary(t.unanswered(count('ubesvart')), count('forfalt'), count('pa-vent'))}</p>
          <Button
            variant="tertiary"
            className="page-action"
            onClick={() => !toCalendar.pending && void calendarIt()}
          >
            <CalendarIcon aria-hidden />
            {t.toCalendar}
          </Button>
          <Button
            variant="tertiary"
            aria-disabled={rows.length === 0}
            onClick={() => rows.length > 0 && !save.pending && void saveIt()}
          >
            <DownloadIcon aria-hidden />
            {t.save}
          </Button>
        </div>
        <FailureAlert failure={save.failure ?? toCalendar.failure ?? failure} />
        {figures.registers.length > 0 && (
          <div className="pictures">
            <section aria-label={t.calendar.title} data-pane="" tabIndex={-1}>
              {days.data && <DueCalendar calendar={days.data} chosen={due} onChoose={goToDay} />}
            </section>
            <section className="matrices" aria-label={t.figures} data-pane="" tabIndex={-1}>
              {matrix('register', t.perRegister)}
              {matrix('track', t.perTrack)}
            </section>
          </div>
        )}
        <div className="figure-tabs">
          <TabList label={t.figures} tabs={tabs} chosen={figure} onChoose={(to) => goTo(to as Figure, only)} />
          {due && (
            <Chip.Removable
              data-color="accent"
              aria-label={t.calendar.remove(inWords(due, t))}
              onClick={() => goTo(figure, only)}
            >
              {inWords(due, t)}
            </Chip.Removable>
          )}
          {only && (
            <Chip.Removable
              data-color="accent"
              aria-label={t.removeOnly(only.label)}
              onClick={() => goTo(figure, null, due)}
            >
              {t.only(only.label)}
            </Chip.Removable>
          )}
        </div>
      </header>
      <Pane label={label} className="case-list-pane">
        <TabPanel of={figure}>
          {!list && <p className="loading">{texts.frame.loading}</p>}
          {list && rows.length === 0 && !pages.loading && (
            <Empty
              of={due ? inWords(due, t) : label}
              unanswered={count('ubesvart')}
              onAll={() => goTo('ubesvart', due ? only : null)}
            />
          )}
          {rows.length > 0 && (
            <DeadlineTable
              figure={figure}
              rows={rows}
              today={today}
              busy={pages.loading}
              selected={place ?? rows[0]?.case ?? null}
              takeFocus={back}
              onSelect={(each) => setSelected(each.case)}
              onOpen={open}
              onPress={(each) => (narrow ? open(each) : setSelected(each.case))}
            />
          )}
          {pages.hasMore && <MoreRows busy={pages.loading} onMore={() => void pages.showMore()} />}
        </TabPanel>
      </Pane>
    </div>
  );
}

/** «Frist 02.03.2026». */
function inWords({ from, to }: Due, { calendar: t }: Texts['deadlines']): string {
  if (from === null) return t.until(shortDate(to ?? ''));
  return to === null ? t.from(shortDate(from)) : t.on(shortDate(from));
}
