import { Button, Heading } from '@digdir/designsystemet-react';
import { CheckmarkCircleFillIcon, CircleIcon, ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import type { CaseShow, Check } from '../../backend/types';
import { allows } from '../../cases/allows';
import { shortDate } from '../../dates/format';
import { useLanguage, useTexts } from '../../texts/texts';
import { Proposals } from './proposals';
import type { Wanted } from './wanted';

interface Props {
  show: CaseShow;
  onAnswer: (check: Check) => void;
  onAction: (wanted: Wanted) => void;
}

/** The check list is the work: done has a tick, who and when; open has its own button. */
export function ChecksTab({ show, onAnswer, onAction }: Props) {
  const language = useLanguage();
  const t = useTexts().case;
  const open = allows(show, 'check');
  return (
    <>
      {(open || show.next_step) && <Proposals show={show} onAction={onAction} />}
      <ul className="checks" aria-label={t.tabs.checks}>
        {show.checks.map((check) => (
          <CheckRow key={check.id} check={check} {...(open ? { onAnswer: () => onAnswer(check) } : {})} />
        ))}
      </ul>
      {show.checks.length === 0 && <p className="subtle">{t.checks.none}</p>}
      {show.decision && (
        <section className="from-request" lang={show.language}>
          <Heading level={2} data-size="2xs" lang={language}>
            {t.decision}: {show.decision.label}
          </Heading>
          {show.decision.grounds.length > 0 && (
            <ul lang={language}>
              {show.decision.grounds.map((ground) => (
                <li key={ground}>{ground}</li>
              ))}
            </ul>
          )}
          {show.decision.reasons && <blockquote>{show.decision.reasons}</blockquote>}
        </section>
      )}
      {show.text && (
        <section className="from-request">
          <Heading level={2} data-size="2xs">
            {t.fromRequest}
          </Heading>
          <blockquote lang={show.language}>{show.text}</blockquote>
          {show.grounds && (
            <p>
              <strong>{t.grounds}:</strong> <span lang={show.language}>{show.grounds}</span>
            </p>
          )}
        </section>
      )}
    </>
  );
}

function CheckRow({ check, onAnswer }: { check: Check; onAnswer?: () => void }) {
  const texts = useTexts();
  const t = texts.case.checks;
  const done = check.result !== null;
  const Icon = !done ? CircleIcon : check.doubtful ? ExclamationmarkTriangleFillIcon : CheckmarkCircleFillIcon;
  const detail = done
    ? [
        check.result && texts.codes.result[check.result],
        check.note,
        check.by && check.on ? `${check.by} ${shortDate(check.on)}` : check.by,
      ]
    : [check.required ? t.required : null];
  const look = !done ? 'check-open' : check.doubtful ? 'check-doubtful' : 'tick';
  const said = [...detail, check.doubtful && t.doubtful, check.source].filter(Boolean).join(' · ');
  return (
    <li
      className="check"
      data-done={done || undefined}
      data-required={check.required || undefined}
      data-check={check.id}
    >
      <Icon className={look} title={done ? t.done : t.open} />
      <div>
        <p>{check.text}</p>
        {said && <p className="secondary">{said}</p>}
      </div>
      {onAnswer && (
        <Button
          variant={done ? 'tertiary' : 'secondary'}
          className="small-action"
          aria-label={`${done ? t.change : t.answer}: ${check.text}`}
          onClick={onAnswer}
        >
          {done ? t.change : t.answer}
        </Button>
      )}
    </li>
  );
}
