import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import type { Breach } from '../../backend/breach-types';
import type { CaseShow } from '../../backend/types';
import { allows } from '../../cases/allows';
import { moment, shortDate } from '../../dates/format';
import { useLanguage, useTexts } from '../../texts/texts';
import type { Wanted } from './wanted';

interface Props {
  show: CaseShow;
  onAction: (wanted: Wanted) => void;
  onOpen: (number: string) => void;
}

/** The breaches of personal data security that the case has shown, each with its hours and what was done about it. */
export function BreachTab({ show, onAction, onOpen }: Props) {
  const t = useTexts().breach;
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {t.title}
      </Heading>
      <p className="secondary">{t.explain}</p>
      <ul className="measures">
        {[...show.breaches].reverse().map((breach) => (
          <li key={breach.number} className="measure">
            <BreachLines breach={breach} onOpen={onOpen} />
            {allows(show, 'breach') && (
              <Button
                variant={breach.to_do ? 'secondary' : 'tertiary'}
                aria-label={t.updateOne(breach.number)}
                onClick={() => onAction({ action: 'breach', target: String(breach.number) })}
              >
                {t.update}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function BreachLines({ breach, onOpen }: { breach: Breach; onOpen: (number: string) => void }) {
  const t = useTexts().breach;
  const language = useLanguage();
  const { clock } = breach;
  const lines: (string | null)[] = [
    t.concernsLine(breach.concerns.map((each) => each.label.toLowerCase())),
    ...breach.corrections.map((correction) => t.corrected(correction)),
    breach.notified_at && t.notified(moment(breach.notified_at, language), breach.notified_reference, breach.in_time ?? true),
    breach.notified_note,
    ...breach.supplements,
    breach.settled_on && t.settled(breach.verdict_label ?? '', shortDate(breach.settled_on), breach.notified_at !== null),
    breach.reason,
    breach.persons_label && `${breach.persons_label} (${breach.persons_source})`,
    breach.persons_reason,
    breach.reference && t.referenceLine(breach.reference),
    breach.to_do && t.toDo(breach.to_do, breach.due_at && moment(breach.due_at, language)),
  ];
  return (
    <div>
      <p>
        <Tag variant="outline" data-color={clock.late ? 'danger' : breach.to_do ? 'warning' : 'neutral'}>
          {breach.state_label}
        </Tag>{' '}
        <strong>{t.numbered(breach.number)}</strong>
      </p>
      {breach.about && <p>{breach.about}</p>}
      {clock.hours_left !== null && (
        <p className="breach-clock" data-late={clock.late || undefined}>
          {clock.late ? t.late(-clock.hours_left - 1) : t.left(clock.hours_left)}
        </p>
      )}
      <p>
        {clock.text} <span className="source">{clock.source}</span>
      </p>
      {clock.doubtful && (
        <p className="secondary breach-doubt">
          <ExclamationmarkTriangleFillIcon aria-hidden className="check-doubtful" /> {clock.doubt}
        </p>
      )}
      {lines.map((line, place) => line && (
        <p key={place} className="secondary">
          {line}
        </p>
      ))}
      {breach.same_in.length > 0 && (
        <p className="secondary">
          {t.sameIn}
          {breach.same_in.map((other) => (
            <button key={other} type="button" className="link-button sibling" onClick={() => onOpen(other)}>
              {other}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
