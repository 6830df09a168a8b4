import { Suspense, useEffect, useState } from 'react';
import type { Unsaved } from './backend/settings-types';
import type { Kept, ListOrder, SavedView, SessionState } from './backend/types';
import { useCounts, useRegisters, useReminders, useViews } from './backend/queries';
import { useOrder } from './cases/use-order';
import { RemindersDialog } from './features/reminders/reminders-dialog';
import { noFilters, ofView, type Filters } from './features/work-list/filters';
import { WorkList } from './features/work-list/work-list';
import { CalendarAlert } from './frame/calendar-alert';
import { useCommands } from './frame/commands';
import { useDraft, useDraftChange } from './frame/drafts';
import { HelpDialog } from './frame/help-dialog';
import { KeptTexts } from './frame/kept-texts';
import { Navigation, type Place } from './frame/navigation';
import { Palette } from './frame/palette';
import { focusNextPane, rememberPaneFocus } from './frame/panes';
import { foresees, readsFigures, readsOnly } from './frame/reader';
import { useShortcuts } from './frame/shortcut-provider';
import { StatusLine } from './frame/status-line';
import { useIdle } from './frame/use-idle';
import { openTyped } from './screen-commands';
import { windowCommands } from './window-commands';
import { firstList, isList, type List, type Screen } from './screen';
import {
  CaseScreen, Deadlines, Figures, ForecastScreen, Guide, InForceList, Intake, LetterScreen, OmbudInbox, Registers, Review,
  Section25, Settings,
} from './screens';
import { useLanguage, useTexts, type Texts } from './texts/texts';

const IDLE_MINUTES = 10;

interface Props {
  session: SessionState;
  /** What the user was writing when the program ended. */
  unsaved: readonly Unsaved[];
  onLock: (idle: boolean) => void;
}

/** The open store: navigation, one screen, the status line. */
export function Workspace({ session, unsaved, onLock }: Props) {
  const texts = useTexts();
  const t = texts.frame;
  const language = useLanguage();
  const reader = readsOnly(session.user);
  const [screen, setScreen] = useDraft<Screen>('screen', { name: firstList(reader) });
  // The list that one came from, and goes back to.
  const [from, setFrom] = useDraft<List>('from', firstList(reader));
  const order = useOrder();
  const [used, setUsed] = useState(session.requests > 0);
  const [unreadable, setUnreadable] = useState(session.unreadable);
  const [helping, setHelping] = useState(false);
  const [reminding, setReminding] = useState(false);
  const [finding, setFinding] = useState(false);
  const registers = useRegisters().data?.registers;
  const [changes, setChanges] = useState(0);
  const countAnew = () => setChanges((before) => before + 1);
  const counts = useCounts(`${JSON.stringify(screen)} ${changes}`);
  const reminders = useReminders(`${JSON.stringify(screen)} ${changes}`);

  const read = useViews();
  const [changed, setKept] = useState<Kept | null>(null);
  const kept = changed ?? read.data;
  // A view that is opened is another list: it begins anew with the view's filters and order.
  const setFilters = useDraftChange<Filters>('filters', noFilters);
  const setOrderOfView = useDraftChange<ListOrder | null>('order of the view', null);
  const setSelected = useDraftChange<string | null>('selected in the work list', null);
  const [opened, setOpened] = useState(0);
  const openView = (view: SavedView) => {
    setFilters(ofView(view.filters));
    setOrderOfView(view.filters.sort);
    setSelected(null);
    setOpened((before) => before + 1);
    setScreen({ name: 'work-list' });
  };

  useEffect(() => {
    if (isList(screen.name)) setFrom(screen.name);
  }, [screen.name]);
  useIdle(IDLE_MINUTES, () => onLock(true));
  useEffect(rememberPaneFocus, []);
  useEffect(() => {
    document.title = `${titleOf(t, texts.forecast.title, screen)} – ${t.program}`;
  }, [t, screen]);
  useShortcuts({
    'new-request': reader ? undefined : () => setScreen({ name: 'intake' }),
    lock: () => onLock(false),
    help: () => setHelping(true),
    reminders: reader ? undefined : () => setReminding(true),
    palette: () => setFinding(true),
    'go-work-list': () => goToPlace('work-list'),
    'go-section-25': () => goToPlace('section-25'),
    'go-deadlines': () => goToPlace('deadlines'),
    'go-registers': () => goToPlace('registers'),
    'go-settings': () => goToPlace('settings'),
    'next-pane': (event) => focusNextPane(event.shiftKey),
  });

  const goToPlace = (place: Place) => setScreen(place === 'registers' ? { name: 'registers' } : { name: place });
  const openCase = (number: string, tab = 'checks') => setScreen({ name: 'case', case: number, tab });
  const toList = () => setScreen({ name: from });
  useCommands([
    ...windowCommands(texts, {
      reader,
      figures: readsFigures(session.user),
      foresees: foresees(session.user),
      go: goToPlace,
      lock: () => onLock(false),
      help: () => setHelping(true),
      remind: () => setReminding(true),
    }),
    ...(kept?.views ?? []).map((view) => ({
      id: `view-${view.owner}-${view.name}`, group: 'places' as const, label: view.name, run: () => openView(view),
    })),
    ...order.numbers.map((number) => ({
      id: `case-${number}`, group: 'cases' as const, label: t.palette.openCase(number), run: () => openCase(number),
    })),
    ...(registers ?? []).map((each) => ({
      id: `register-${each.id}`,
      group: 'registers' as const,
      label: t.palette.openRegister(each.names[language]),
      also: `${each.short} ${Object.values(each.names).join(' ')}`,
      run: () => setScreen({ name: 'registers', register: each.id }),
    })),
  ]);

  return (
    <div className="workspace">
      <a className="ds-skip-link" href="#content">
        {t.skip}
      </a>
      <Navigation
        session={session}
        place={placeOf(screen)}
        counts={counts}
        reminders={reader ? null : (reminders.data?.reminders.length ?? 0)}
        onReminders={() => setReminding(true)}
        views={kept?.views ?? []}
        onGo={goToPlace}
        onView={openView}
        onLock={() => onLock(false)}
      />
      <main className="content" id="content" tabIndex={-1}>
        <KeptTexts kept={unsaved} onGo={setScreen} />
        <CalendarAlert place={JSON.stringify(screen)} />
        <Suspense fallback={<p className="loading screen-loading">{t.loading}</p>}>
          {screen.name === 'intake' && (
            <Intake
              today={session.today}
              onBack={toList}
              onImported={() => {
                setUsed(true);
                setScreen({ name: 'work-list' });
              }}
              onRegistered={() => setUsed(true)}
              onShow={(registered) => {
                const only = registered.cases.length === 1 ? registered.cases[0] : undefined;
                if (only) openCase(only.case);
                else toList();
              }}
            />
          )}
          {screen.name === 'work-list' && (
            <WorkList
              key={opened}
              session={session}
              kept={kept}
              onKept={setKept}
              used={used}
              unreadable={unreadable}
              onOrder={order.onOrder}
              onOpen={(number) => openCase(number)}
            />
          )}
          {screen.name === 'section-25' && (
            <Section25 onOrder={order.onOrder} onChanged={countAnew} onOpen={(number) => openCase(number)} />
          )}
          {screen.name === 'deadlines' && (
            <Deadlines today={session.today} onOrder={order.onOrder} onOpen={(number) => openCase(number)} />
          )}
          {screen.name === 'figures' && <Figures today={session.today} />}
          {screen.name === 'forecast' && <ForecastScreen onOpen={(number) => openCase(number)} />}
          {screen.name === 'in-force' && (
            <InForceList onOrder={order.onOrder} onOpen={(number) => openCase(number, 'measures')} />
          )}
          {screen.name === 'review' && (
            <Review today={session.today} onOpen={(number) => openCase(number)} />
          )}
          {screen.name === 'ombud-inbox' && (
            <OmbudInbox today={session.today} onRequest={(request) => openCase(`${request}-a`)} />
          )}
          {screen.name === 'registers' && <Registers today={session.today} wanted={screen.register ?? null} />}
          {screen.name === 'guide' && <Guide onBack={toList} />}
          {screen.name === 'settings' && <Settings onUnreadable={setUnreadable} />}
          {screen.name === 'case' && (
            <CaseScreen
              key={screen.case}
              number={screen.case}
              me={session.user?.name ?? ''}
              today={session.today}
              tab={screen.tab}
              order={order.numbers}
              moreInOrder={order.more}
              onFurther={order.further}
              back={nameOf(t, from)}
              onTab={(tab) => setScreen({ ...screen, tab })}
              onOpen={(number) => openCase(number)}
              onBack={toList}
              onLetter={(kind, issued, corrects = null) =>
                setScreen({ name: 'letter', case: screen.case, kind, issued, corrects })
              }
            />
          )}
          {screen.name === 'letter' && (
            <LetterScreen
              key={`${screen.case} ${screen.kind} ${screen.issued} ${screen.corrects ?? ''}`}
              number={screen.case}
              kind={screen.kind}
              issued={screen.issued}
              today={session.today}
              corrects={screen.corrects ?? null}
              onKind={(kind) => setScreen({ ...screen, kind, issued: null, corrects: null })}
              onCorrect={(letter) => setScreen({ ...screen, issued: null, corrects: letter })}
              onIssued={(letter) => setScreen({ ...screen, issued: letter, corrects: null })}
              onBack={() => openCase(screen.case, 'letters')}
            />
          )}
        </Suspense>
      </main>
      <StatusLine fact={reader ? t.readsOnly : t.noNetwork} />
      {reminding && (
        <RemindersDialog
          today={session.today}
          onOpen={(number, tab) => {
            setReminding(false);
            openCase(number, tab);
          }}
          onChanged={countAnew}
          onClose={() => setReminding(false)}
        />
      )}
      {helping && (
        <HelpDialog
          onGuide={() => {
            setHelping(false);
            goToPlace('guide');
          }}
          onClose={() => setHelping(false)}
        />
      )}
      {finding && (
        <Palette
          typedCommands={(typed) => openTyped(typed, t.palette.openCase, openCase)}
          onClose={() => setFinding(false)}
        />
      )}
    </div>
  );
}

/** The title of the window says which screen it is, and never whose case. */
function titleOf(t: Texts['frame'], forecast: string, screen: Screen): string {
  switch (screen.name) {
    case 'intake':
      return t.newRequest;
    case 'work-list':
      return t.workList;
    case 'section-25':
      return t.section25;
    case 'deadlines':
      return t.deadlines;
    case 'figures':
      return t.figures;
    case 'forecast':
      return forecast;
    case 'in-force':
      return t.inForce;
    case 'review':
      return t.review;
    case 'ombud-inbox':
      return t.ombudInbox;
    case 'registers':
      return t.registers;
    case 'settings':
      return t.settings;
    case 'guide':
      return t.guide;
    case 'case':
      return t.caseTitle(screen.case);
    case 'letter':
      return t.letterTitle(screen.case);
  }
}

/** What the way back from a case says. */
function nameOf(t: Texts['frame'], list: List): string {
  return {
    'work-list': t.allOpen, 'section-25': t.section25, deadlines: t.deadlines, 'in-force': t.inForce, review: t.review,
  }[list];
}

function placeOf(screen: Screen): Place | null {
  return screen.name === 'case' || screen.name === 'letter' ? null : screen.name;
}
