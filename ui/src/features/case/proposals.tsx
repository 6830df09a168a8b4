import { Heading } from '@digdir/designsystemet-react';
import type { CaseShow } from '../../backend/types';
import { useTexts } from '../../texts/texts';

/** The next step and what was weighed for you, each with its reason and source. */
export function Proposals({ show }: { show: CaseShow }) {
  const t = useTexts().case;
  if (!show.next_step && show.proposals.length === 0) return null;
  return (
    <section className="proposals">
      <Heading level={2} data-size="2xs">
        {t.proposals}
      </Heading>
      <ul className="reasons">
        {show.next_step && (
          <li>
            <strong>
              {t.nextStep}: {show.next_step.label}.
            </strong>{' '}
            {show.next_step.why}
          </li>
        )}
        {show.proposals.map((each) => (
          <li key={each.action} data-proposal={each.action}>
            <strong>
              {each.label}: {each.proposed ? t.proposed : t.notProposed}.
            </strong>{' '}
            {each.why} {each.source && <span className="source">{each.source}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
