import { Button, Heading } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, ExclamationmarkTriangleFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons';
import type { GateCheck } from '../../backend/letter-types';
import { Keys } from '../../frame/keys';
import { Pane } from '../../frame/pane';
import { useTexts } from '../../texts/texts';
import { jumpTo } from './jump';

/** All checks before sending: those that stop the letter first, each with what mends it; the rest are the proof. */
export function Gate({ checks, busy }: { checks: readonly GateCheck[]; busy: boolean }) {
  const t = useTexts().letter.gate;
  const failing = checks.filter((each) => !each.ok);
  // A demand that is met with something to do warns, and does not stop the letter.
  const warned = checks.filter((each) => each.ok && each.todo);
  return (
    <Pane as="aside" stop label={t.title} className="gate">
      <Heading level={2} data-size="2xs">
        {failing.length > 0 ? t.blocked : t.ready}
      </Heading>
      <p className="subtle" role="status">
        {failing.length > 0 ? t.stops(failing.length, checks.length) : t.allPass(checks.length)}
      </p>
      <ul className="gate-checks" aria-busy={busy}>
        {[...failing, ...warned, ...checks.filter((each) => each.ok && !each.todo)].map((check) => (
          <li key={check.check} data-ok={check.ok} data-check={check.check}>
            {!check.ok && <XMarkOctagonFillIcon className="gate-stop" title={t.fails} />}
            {check.ok && check.todo && <ExclamationmarkTriangleFillIcon className="gate-warning" title={t.warns} />}
            {check.ok && !check.todo && <CheckmarkCircleIcon className="tick" title={t.passes} />}
            <div>
              <p className="gate-label" id={`gate-${check.check}`}>{check.label}</p>
              {check.message && <p className="secondary">{check.message}</p>}
              {check.todo && <p className="secondary">{check.todo}</p>}
              {!check.ok && check.field && (
                <Button
                  variant="secondary"
                  className="small-action"
                  data-problem=""
                  aria-describedby={`gate-${check.check}`}
                  onClick={() => jumpTo(check.field ?? '')}
                >
                  {t.goTo} <Keys of="next-problem" />
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
