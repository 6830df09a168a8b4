import { XMarkOctagonFillIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { DueDay, DueDays } from '../../backend/deadline-types';
import { longDate, monthName, shortDate, weekday } from '../../dates/format';
import { useLanguage, useTexts } from '../../texts/texts';
import { dayAfter, firstCell, type At } from './cell-after';
import { stepOf, stepsTo } from './heat';
import './due-calendar.css';

/** The days that a list is narrowed to. */
export interface Due {
  from: string | null;
  to: string | null;
}

interface Props {
  calendar: DueDays;
  chosen: Due | null;
  onChoose: (due: Due) => void;
}

/** How many cases are due on each day, a week a column. It is one tab stop: arrows move between the days, Enter opens the list of one. */
export function DueCalendar({ calendar, chosen, onChoose }: Props) {
  const t = useTexts().deadlines.calendar;
  const language = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<At | null>(null);
  const rows = daysDown(calendar);
  const counts = rows.map((days) => days.map((day) => day?.count ?? 0));
  const here = at && (counts[at[0]]?.[at[1]] ?? 0) > 0 ? at : firstCell(counts);
  const steps = stepsTo(Math.max(0, ...counts.flat()));

  useEffect(() => setAt(null), [calendar]);
  const onKey = (event: KeyboardEvent) => {
    const to = here && !event.ctrlKey && !event.altKey && !event.metaKey ? dayAfter(event.key, here, counts) : null;
    if (!to) return;
    event.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.join()}"]`)?.focus();
  };
  const cell = (day: DueDay, place: At) => {
    const late = day.on < calendar.today;
    const date = <span className="calendar-date">{Number(day.on.slice(8, 10))}.</span>;
    const words = day.on === calendar.today ? t.today : day.day_off;
    if (day.count === 0) {
      return (
        <span className="calendar-day" data-off={day.day_off ? '' : undefined} title={day.day_off ?? undefined}>
          {date}
          {words && <span className="calendar-words">{words}</span>}
        </span>
      );
    }
    return (
      <button
        type="button"
        className="calendar-day figures"
        title={day.day_off ?? undefined}
        data-cell={place.join()}
        data-step={stepOf(day.count, steps)}
        data-late={late || undefined}
        aria-pressed={chosen?.from === day.on && chosen.to === day.on}
        tabIndex={here?.[0] === place[0] && here[1] === place[1] ? 0 : -1}
        onFocus={() => setAt(place)}
        onClick={() => onChoose({ from: day.on, to: day.on })}
      >
        <span className="ds-sr-only">{t.day(longDate(day.on, language), words, day.count, late)}</span>
        <span aria-hidden>
          {date}
          {words && <span className="calendar-words">{words}</span>}
          <span className="calendar-count">
            {late && <XMarkOctagonFillIcon />}
            {day.count}
          </span>
        </span>
      </button>
    );
  };
  return (
    <div className="due-calendar">
      <div className="calendar-head">
        <span>{t.title}</span>
        <ul aria-hidden>
          {steps.map((step, place) => (
            <li key={step.from}>
              <span className="calendar-swatch" data-step={place + 1} />
              {t.step(step.from, step.to)}
            </li>
          ))}
        </ul>
      </div>
      <div className="calendar-scroll">
        <table ref={table} aria-label={t.title} onKeyDown={onKey}>
          <thead>
            <tr>
              <td />
              {calendar.weeks.map((week, place) => {
                const before = calendar.weeks[place - 1]?.days[0]?.on;
                const monday = week.days[0]?.on ?? '';
                return (
                  <th key={monday} scope="col">
                    <span className="calendar-month">
                      {before?.slice(0, 7) === monday.slice(0, 7) ? '' : monthName(monday, language)}
                    </span>
                    {t.week(week.week)}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((days, down) => {
              const name = weekday(days.find((day) => day !== null)?.on ?? '', language);
              return (
                <tr key={name}>
                  <th scope="row" aria-label={name}>
                    {name.slice(0, 2)}
                  </th>
                  {days.map((day, right) => (
                    <td key={day?.on ?? right} data-today={day?.on === calendar.today || undefined}>
                      {day && cell(day, [down, right])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="calendar-rest">
        {calendar.before > 0 && (
          <button
            type="button"
            className="figure"
            data-late
            aria-pressed={chosen?.to === calendar.before_on}
            onClick={() => onChoose({ from: null, to: calendar.before_on })}
          >
            <XMarkOctagonFillIcon aria-hidden />
            {t.before(calendar.before, shortDate(calendar.before_on))}
          </button>
        )}
        <span className="subtle">{t.hint}</span>
        {calendar.after > 0 && (
          <button
            type="button"
            className="figure"
            aria-pressed={chosen?.from === calendar.after_on}
            onClick={() => onChoose({ from: calendar.after_on, to: null })}
          >
            {t.after(calendar.after, shortDate(calendar.after_on))}
          </button>
        )}
      </p>
    </div>
  );
}

/** The days of the calendar a weekday a row; null where a week has no such day, which only the ends of weeks are. */
function daysDown({ weeks }: DueDays): (DueDay | null)[][] {
  const most = Math.max(...weeks.map((week) => (week.days.length > 5 ? Math.max(...week.days.map(({ on }) => place(on))) : 4)));
  return Array.from({ length: most + 1 }, (_, down) =>
    weeks.map((week) => week.days.find(({ on }) => place(on) === down) ?? null),
  );
}

/** Monday is 0. */
const place = (on: string) => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
