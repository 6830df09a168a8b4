import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useSimilar } from '../../backend/queries';
import type { SimilarCase } from '../../backend/after-types';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
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
        <Beside key={other.case} other={other} here={show.case} onTie={begin} />
      ))}
      {wanted && <TieDialog {...part} other={wanted.other} how={wanted.how} onClose={() => setWanted(null)} />}
    </div>
  );
}

interface BesideProps {
  other: SimilarCase;
  here: string;
  onTie: (other: SimilarCase, how: Wanted['how']) => void;
}

function Beside({ other, here, onTie }: BesideProps) {
  const t = useTexts().after.similar;
  const heading = `similar-${other.case.replace('/', '-')}`;
  return (
    <section className="stack" aria-labelledby={heading}>
      <Heading level={2} data-size="2xs" id={heading}>
        {other.case}{' '}
        <Tag variant="outline" data-color={other.kind === 'apen' ? 'warning' : 'neutral'}>
          {other.kind_label}
        </Tag>
      </Heading>
      <table className="ds-table access-log">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{here}</th>
            <th scope="col">{other.case}</th>
            <th scope="col">{t.differs}</th>
          </tr>
        </thead>
        <tbody>
          {other.rows.map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td>{row.here}</td>
              <td>{row.there}</td>
              <td>{row.differs ? <strong>{t.different}</strong> : <span className="subtle">{t.same}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
    </section>
  );
}
