import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseSimilar } from '../../backend/commands';
import type { SimilarRequest } from '../../backend/people-types';
import type { CaseShow } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { shortDate } from '../../dates/format';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { Part } from './people-tab';

/** Other open requests of the same person. They are looked for when somebody asks, since looking is logged. */
export function SimilarPart({ show }: { show: CaseShow }) {
  const t = useTexts().people.similar;
  const look = useAction(caseSimilar);
  const [found, setFound] = useState<SimilarRequest[] | null>(null);
  const find = async () => {
    const answer = await look.run({ case: show.case });
    if (answer) setFound(answer.requests);
  };
  return (
    <Part title={t.title}>
      <p className="secondary">{t.explain}</p>
      <FailureAlert failure={look.failure} />
      <div aria-live="polite">
        {found?.length === 0 && <p className="subtle">{t.none}</p>}
        {found && found.length > 0 && (
          <ul className="linked-numbers">
            {found.map((other) => (
              <Similar key={other.request} other={other} />
            ))}
          </ul>
        )}
      </div>
      <div className="buttons">
        <Button variant="secondary" aria-busy={look.pending} onClick={() => void find()}>
          {t.look}
        </Button>
      </div>
    </Part>
  );
}

function Similar({ other }: { other: SimilarRequest }) {
  const texts = useTexts();
  const t = texts.people.similar;
  const claims = other.claims.map((claim) => `${claim.right_label} (${claim.register_label})`).join(', ');
  return (
    <li>
      <div>
        <p>
          <span className="figures">{other.case}</span> {t.received(shortDate(other.received_on))}: {claims}
        </p>
        <p className="secondary">
          {other.differs.length === 0 ? t.same : t.differs(other.differs.join(', '))}{' '}
          {texts.people.identity.head(texts.codes.identityStatus[other.identity])}.
        </p>
        {other.too_weak && <p className="secondary">{other.too_weak}</p>}
      </div>
    </li>
  );
}
