import { Button } from '@digdir/designsystemet-react';
import {
  BarChartIcon,
  BellIcon,
  CalendarIcon,
  ClipboardCheckmarkIcon,
  CogIcon,
  DatabaseIcon,
  EnvelopeClosedIcon,
  HandShakeHeartIcon,
  LineGraphIcon,
  MenuHamburgerIcon,
  PadlockLockedIcon,
  ParagraphIcon,
  PlusIcon,
  TasklistIcon,
  StarIcon,
} from '@navikt/aksel-icons';
import { useState, type ReactNode } from 'react';
import type { SavedView, SessionState } from '../backend/types';
import { ariaKeys, withKeys, type ShortcutId } from './shortcuts';
import { useTexts } from '../texts/texts';
import { foresees, readsFigures, readsOnly } from './reader';

export type Place =
  | 'intake' | 'work-list' | 'section-25' | 'deadlines' | 'figures' | 'forecast' | 'in-force' | 'review' | 'ombud-inbox' | 'registers'
  | 'settings' | 'guide';

interface Props {
  session: SessionState;
  place: Place | null;
  counts: { open: number; section25: number } | null;
  /** How many reminders there are; null for whoever has no cases. */
  reminders: number | null;
  onReminders: () => void;
  /** The user's saved views and those that colleagues share. */
  views: readonly SavedView[];
  onGo: (place: Place) => void;
  onView: (view: SavedView) => void;
  onLock: () => void;
}

export function Navigation({ session, place, counts, reminders, onReminders, views, onGo, onView, onLock }: Props) {
  const texts = useTexts();
  const t = texts.frame;
  const [open, setOpen] = useState(false);
  const go = (to: Place) => {
    setOpen(false);
    onGo(to);
  };
  const role = session.user?.role as keyof typeof texts.codes.role | undefined;
  return (
    <nav className="navigation" aria-label={t.navigation} data-pane="" tabIndex={-1} data-open={open}>
      <div className="navigation-head">
        <p className="navigation-name">
          <strong>{t.program}</strong>
          <span>{session.organisation?.name}</span>
        </p>
        <Button
          variant="secondary"
          className="navigation-toggle"
          aria-expanded={open}
          aria-controls="navigation-body"
          onClick={() => setOpen(!open)}
        >
          <MenuHamburgerIcon aria-hidden />
          {open ? t.closeMenu : t.openMenu}
        </Button>
      </div>
      <div className="navigation-body" id="navigation-body">
        {!readsOnly(session.user) && (
          <Button variant="secondary" data-color="accent" className="navigation-new" title={withKeys(t.newRequest, 'new-request')} aria-keyshortcuts={ariaKeys('new-request')} onClick={() => go('intake')}>
            <PlusIcon aria-hidden />
            {t.newRequest}
          </Button>
        )}
        {reminders !== null && (
          <button
            type="button"
            className="place navigation-reminders"
            aria-haspopup="dialog"
            aria-keyshortcuts="F9"
            title={`${texts.work.reminders.place} (F9)`}
            onClick={() => {
              setOpen(false);
              onReminders();
            }}
          >
            <BellIcon aria-hidden />
            {texts.work.reminders.place}
            <span className="place-count">{reminders}</span>
          </button>
        )}
        <ul className="navigation-places">
          <PlaceItem keys="go-work-list" name={t.workList} current={place === 'work-list'} count={counts?.open} onClick={() => go('work-list')}>
            <TasklistIcon aria-hidden />
            {t.workList}
          </PlaceItem>
          <PlaceItem keys="go-section-25" name={t.section25} current={place === 'section-25'} count={counts?.section25} onClick={() => go('section-25')}>
            <ParagraphIcon aria-hidden />
            {t.section25}
          </PlaceItem>
          <PlaceItem keys="go-deadlines" name={t.deadlines} current={place === 'deadlines'} onClick={() => go('deadlines')}>
            <CalendarIcon aria-hidden />
            {t.deadlines}
          </PlaceItem>
          {readsFigures(session.user) && (
            <PlaceItem current={place === 'figures'} onClick={() => go('figures')}>
              <BarChartIcon aria-hidden />
              {t.figures}
            </PlaceItem>
          )}
          {foresees(session.user) && (
            <PlaceItem current={place === 'forecast'} onClick={() => go('forecast')}>
              <LineGraphIcon aria-hidden />
              {texts.forecast.title}
            </PlaceItem>
          )}
          <PlaceItem current={place === 'in-force'} onClick={() => go('in-force')}>
            <HandShakeHeartIcon aria-hidden />
            {t.inForce}
          </PlaceItem>
          <PlaceItem current={place === 'review'} onClick={() => go('review')}>
            <ClipboardCheckmarkIcon aria-hidden />
            {t.review}
          </PlaceItem>
          {readsOnly(session.user) && (
            <PlaceItem current={place === 'ombud-inbox'} onClick={() => go('ombud-inbox')}>
              <EnvelopeClosedIcon aria-hidden />
              {t.ombudInbox}
            </PlaceItem>
          )}
          <PlaceItem keys="go-registers" name={t.registers} current={place === 'registers'} onClick={() => go('registers')}>
            <DatabaseIcon aria-hidden />
            {t.registers}
          </PlaceItem>
          <PlaceItem keys="go-settings" name={t.settings} current={place === 'settings'} onClick={() => go('settings')}>
            <CogIcon aria-hidden />
            {t.settings}
          </PlaceItem>
        </ul>
        {views.length > 0 && (
          <section aria-labelledby="saved-views" className="navigation-views">
            <h2 id="saved-views">{t.views}</h2>
            <ul className="navigation-places">
              {views.map((view) => (
                <PlaceItem
                  key={`${view.owner} ${view.name}`}
                  current={false}
                  title={view.own ? undefined : t.viewOf(view.owner)}
                  onClick={() => {
                    setOpen(false);
                    onView(view);
                  }}
                >
                  <StarIcon aria-hidden />
                  <span className="view-name">{view.name}</span>
                </PlaceItem>
              ))}
            </ul>
          </section>
        )}
        {session.test && <p className="navigation-test">{t.testStore}</p>}
        <div className="navigation-user">
          <p>
            <strong>{session.user?.name}</strong>
            <span>{role ? (texts.codes.role[role] ?? role) : ''}</span>
          </p>
          <Button variant="tertiary" icon aria-label={t.lock} title={withKeys(t.lock, 'lock')} aria-keyshortcuts={ariaKeys('lock')} onClick={onLock}>
            <PadlockLockedIcon aria-hidden />
          </Button>
        </div>
      </div>
    </nav>
  );
}

interface ItemProps {
  keys?: ShortcutId;
  name?: string;
  current: boolean;
  count?: number | undefined;
  title?: string | undefined;
  onClick: () => void;
  children: ReactNode;
}

function PlaceItem({ keys, name, current, count, title, onClick, children }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        className="place"
        title={title ?? (keys && name ? withKeys(name, keys) : undefined)}
        aria-keyshortcuts={keys && ariaKeys(keys)}
        aria-current={current ? 'page' : undefined}
        onClick={onClick}
      >
        {children}
        {count !== undefined && <span className="place-count">{count}</span>}
      </button>
    </li>
  );
}
