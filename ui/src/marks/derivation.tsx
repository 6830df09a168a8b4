import { Button } from '@digdir/designsystemet-react';
import { FilesIcon } from '@navikt/aksel-icons';
import type { Deadline } from '../backend/types';
import { dayAndMonth, shortDate } from '../dates/format';
import { useAnnounce } from '../frame/announcer';
import { copyText } from '../frame/copy-text';
import { useTexts } from '../texts/texts';

/** The derivation as plain text, for a note, a letter or a colleague. */
export function derivationText(heading: string, deadline: Deadline): string {
  const steps = deadline.steps.map((step, index) => {
    const date = step.to_on ? ` → ${shortDate(step.to_on)}` : '';
    const source = step.source ? ` (${step.source})` : '';
    return `${index + 1}. ${step.text}${date}${source}`;
  });
  return [heading, ...steps].join('\n');
}

/** «Hvorfor denne datoen?»: numbered steps, the running date at the right, rule and source under each. */
export function Derivation({ deadline, open = false }: { deadline: Deadline; open?: boolean }) {
  const t = useTexts().frame;
  const announce = useAnnounce();
  const due = deadline.due_on ?? deadline.open_suspension?.due_if_answered_on ?? deadline.base_on;
  const copy = async () =>
    announce((await copyText(derivationText(t.deadline.asText(due), deadline))) ? t.copied : t.copyFailed);
  return (
    <details className="derivation" open={open}>
      <summary>{t.deadline.why}</summary>
      <ol aria-label={t.deadline.derivation}>
        {deadline.steps.map((step, index) => (
          <li key={index}>
            <p className="derivation-step">
              <span>{step.text}</span>
              {step.to_on && (
                <time className="figures" dateTime={step.to_on} title={shortDate(step.to_on)}>
                  {dayAndMonth(step.to_on)}
                </time>
              )}
            </p>
            {step.source && <p className="secondary">{step.source}</p>}
          </li>
        ))}
      </ol>
      <Button variant="tertiary" onClick={copy}>
        <FilesIcon aria-hidden />
        {t.deadline.copy}
      </Button>
    </details>
  );
}
