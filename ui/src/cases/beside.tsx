import { Heading, Tag } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { Compared } from '../backend/after-types';
import { useTexts } from '../texts/texts';
import './beside.css';

interface Props {
  /** The number of the other one, which heads its part. */
  other: string;
  kind: string;
  kindLabel: string;
  /** What the one that is looked at is called in the table. */
  here: string;
  rows: readonly Compared[];
  /** What else is said beside the number. */
  marks?: ReactNode;
  children?: ReactNode;
}

/** Two cases or requests beside one another, thing by thing, with what differs. */
export function Beside({ other, kind, kindLabel, here, rows, marks, children }: Props) {
  const t = useTexts().after.similar;
  const heading = `similar-${other.replace('/', '-')}`;
  return (
    <section className="stack" aria-labelledby={heading}>
      <Heading level={2} data-size="2xs" id={heading}>
        {other}{' '}
        <Tag variant="outline" data-color={kind === 'apen' ? 'warning' : 'neutral'}>
          {kindLabel}
        </Tag>{' '}
        {marks}
      </Heading>
      <table className="ds-table beside">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{here}</th>
            <th scope="col">{other}</th>
            <th scope="col">{t.differs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td data-label={here}>{row.here}</td>
              <td data-label={other}>{row.there}</td>
              <td>{row.differs ? <strong>{t.different}</strong> : <span className="subtle">{t.same}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}
