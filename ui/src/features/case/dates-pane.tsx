import { Heading } from '@digdir/designsystemet-react';
import type { CaseShow } from '../../backend/types';
import { longDate, shortDate } from '../../dates/format';
import { Pane } from '../../frame/pane';
import { DatePair } from '../../marks/date-pair';
import { DeadlineMark } from '../../marks/deadline-mark';
import { Derivation } from '../../marks/derivation';
import { SourcedReasons } from '../../marks/sourced-reasons';
import { useLanguage, useTexts } from '../../texts/texts';
import { Questions } from './questions';

/** The right column is always the date, and why it is that date. */
export function DatesPane({ show }: { show: CaseShow }) {
  const texts = useTexts();
  const language = useLanguage();
  const t = texts.case;
  const open = show.deadline.open_suspension;
  const facts: [string, string | null][] = [
    [t.dates.nominal, show.nominal_on !== show.due_on ? show.nominal_on : null],
    [t.dates.refusal, show.refusal_due_on],
    [t.dates.paused, show.paused_since_on],
  ];
  return (
    <Pane as="aside" label={t.dates.due} className="case-dates">
      <div className="date-card">
        <div className="date-card-head">
          <Heading level={2} data-size="2xs">
            {t.dates.due}
          </Heading>
          <DeadlineMark row={show} />
        </div>
        <DatePair row={show} />
        {show.reopened_on && <p>{t.dates.reopened(shortDate(show.reopened_on))}</p>}
        {!show.due_on && open && (
          <p>
            {texts.frame.deadline.pausedNow} <strong>{longDate(open.due_if_answered_on, language)}</strong>.
          </p>
        )}
        {show.track === 'forward' && <p className="secondary">{t.dates.forwarded(show.handled_by.name, show.mode)}</p>}
        <dl className="facts">
          {facts.map(([name, on]) => on && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="figures">
                {name === t.dates.refusal ? t.dates.latest(shortDate(on)) : shortDate(on)}
              </dd>
            </div>
          ))}
        </dl>
        <Derivation deadline={show.deadline} open />
      </div>
      {show.other_dates.length > 0 && <OtherDates dates={show.other_dates} />}
      <Questions show={show} />
      <section className="route-why">
        <Heading level={2} data-size="2xs">
          {t.route.title}
        </Heading>
        <p>
          {t.route.handledBy}: {show.handled_by.name}
        </p>
        <SourcedReasons reasons={show.route?.reasons ?? []} />
        {show.route && show.route.legal_basis.length > 0 && (
          <>
            <Heading level={3} data-size="2xs">
              {t.route.basis}
            </Heading>
            <ul className="reasons legal-basis">
              {show.route.legal_basis.map((basis) => (
                <li key={basis}>{basis}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Pane>
  );
}

/** Dates that are not the answer's: each with why, since they follow other rules. */
function OtherDates({ dates }: { dates: CaseShow['other_dates'] }) {
  const t = useTexts().case;
  return (
    <section className="other-dates">
      <Heading level={2} data-size="2xs">
        {t.dates.others}
      </Heading>
      <dl>
        {dates.map((date) => (
          <div key={date.id}>
            <dt>{date.label}</dt>
            <dd className="figures">
              <time dateTime={date.on}>{shortDate(date.on)}</time>
            </dd>
            <dd className="secondary">
              {date.why} <span className="source">{date.source}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
