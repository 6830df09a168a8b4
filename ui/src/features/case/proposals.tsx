import { Button, Heading } from '@digdir/designsystemet-react';
import type { CaseShow } from '../../backend/types';
import { allows } from '../../cases/allows';
import { useTexts } from '../../texts/texts';
import { wantedBy, type Wanted } from './wanted';

interface Props {
  show: CaseShow;
  onAction: (wanted: Wanted) => void;
}

/** What the program proposes to ask for or do, or not: always with why, and with the way there. */
export function Proposals({ show, onAction }: Props) {
  const t = useTexts().case;
  const { proposals, next_step: next } = show;
  if (!next && proposals.length === 0) return null;
  return (
    <section className="proposals">
      <Heading level={2} data-size="2xs">
        {t.proposals}
      </Heading>
      <ul className="reasons">
        {next && (
          <li>
            <span>
              <strong>
                {t.nextStep}: {next.label}.
              </strong>{' '}
              {next.why}
            </span>
          </li>
        )}
        {proposals.map((each) => {
          const wanted = each.proposed ? wantedBy(each.action) : null;
          // What is the next step already has the filled button at the top.
          const beside = wanted && allows(show, wanted.action) && !(wanted.action === next?.action && wanted.target === next.target);
          return (
            <li key={each.action} data-proposal={each.action}>
              <span>
                <strong>
                  {each.label}: {each.proposed ? t.proposed : t.notProposed}.
                </strong>{' '}
                {each.why} {each.source && <span className="source">{each.source}</span>}
              </span>
              {beside && (
                <Button
                  variant="secondary"
                  className="small-action"
                  aria-label={`${t.carryOut[wanted.action]}: ${each.label}`}
                  onClick={() => onAction(wanted)}
                >
                  {t.carryOut[wanted.action]}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
