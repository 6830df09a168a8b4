import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useSimilar } from '../../backend/queries';
import type { SimilarCase } from '../../backend/after-types';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { Beside } from '../../cases/beside';
import type { CasePartProps } from '../../cases/use-case-work';
import { TieDialog } from './tie-dialog';

interface Wanted {
  other: SimilarCase;
  how: 'sammen' | 'dublett';
}

/** Other requests of the person for the same register and right, beside this one. The core logs that they were read. */
export function SimilarTab(part: CasePartProps) {
  const texts = useTexts();
  const t = texts.after.similar;
  const { show, work } = part;
  const { data, failure } = useSimilar(show.case, show.version);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const begin = (other: SimilarCase, how: Wanted['how']) => {
    work.clearFailure();
    setWanted({ other, how });
  };
  return (
    <div className="stack">
      <p className="secondary">{t.explain}</p>
      {show.ties.map((tie, place) => (
        <p key={place}>
          {tie.label} {tie.reason && <span className="secondary">{tie.reason}</span>}
        </p>
      ))}
      <FailureAlert failure={failure} />
      {!data && !failure && <p className="subtle">{texts.frame.loading}</p>}
      {data && data.others.length === 0 && <p className="subtle">{data.searched ? t.none : t.noNumber}</p>}
      {data?.others.map((other) => (
        <Beside
          key={other.case}
          other={other.case}
          kind={other.kind}
          kindLabel={other.kind_label}
          here={show.case}
          rows={other.rows}
        >
          <Ties other={other} onTie={begin} />
        </Beside>
      ))}
      {wanted && <TieDialog {...part} other={wanted.other} how={wanted.how} onClose={() => setWanted(null)} />}
    </div>
  );
}

interface TiesProps {
  other: SimilarCase;
  onTie: (other: SimilarCase, how: Wanted['how']) => void;
}

/** What the two can be to one another, by hand alone. */
function Ties({ other, onTie }: TiesProps) {
  const t = useTexts().after.similar;
  return (
    <>
      <div className="buttons">
        {!other.against_together && (
          <Button
            variant="secondary"
            aria-label={`${t.together}: ${other.case}`}
            onClick={() => onTie(other, 'sammen')}
          >
            {t.together}
          </Button>
        )}
        {!other.against_duplicate && (
          <Button
            variant="secondary"
            aria-label={`${t.duplicate}: ${other.case}`}
            onClick={() => onTie(other, 'dublett')}
          >
            {t.duplicate}
          </Button>
        )}
      </div>
      {other.against_duplicate && <p className="secondary">{other.against_duplicate}</p>}
    </>
  );
}
