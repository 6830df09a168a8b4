import { Alert, Button } from '@digdir/designsystemet-react';
import type { Representative } from '../../backend/people-types';
import { shortDate } from '../../dates/format';
import { useTexts, type Texts } from '../../texts/texts';
import { blocked, Part, type PeoplePartProps } from './people-tab';

/** Whoever acts for the person: in which capacity, for what, until when, and who has seen the paper. */
export function ActingPart({ show, onAction }: PeoplePartProps) {
  const texts = useTexts();
  const t = texts.people.acting;
  const acting = show.representative;
  return (
    <Part title={t.title}>
      {!acting && <p className="subtle">{t.none}</p>}
      {acting && (
        <div>
          <p>
            {acting.name}, {acting.kind_label.toLowerCase()}
          </p>
          {linesOf(t, show.claims, acting).map((line) => (
            <p key={line} className="secondary">
              {line}
            </p>
          ))}
        </div>
      )}
      {acting?.against && (
        <Alert data-color="warning" data-size="sm">
          {acting.against}
        </Alert>
      )}
      {!blocked(show, 'representative') && (
        <div className="buttons">
          <Button variant="secondary" onClick={() => onAction({ action: 'representative', target: null })}>
            {acting ? t.change : t.add}
          </Button>
          {acting && (
            <Button variant="tertiary" onClick={() => onAction({ action: 'end-representative', target: null })}>
              {t.end}
            </Button>
          )}
        </div>
      )}
    </Part>
  );
}

type Claims = PeoplePartProps['show']['claims'];

function linesOf(t: Texts['people']['acting'], claims: Claims, acting: Representative): string[] {
  const labels = (ids: string[], id: 'register' | 'right', label: 'register_label' | 'right_label') =>
    ids.map((each) => claims.find((claim) => claim[id] === each)?.[label] ?? each);
  const only = [
    ...labels(acting.registers, 'register', 'register_label'),
    ...labels(acting.rights, 'right', 'right_label').map((label) => label.toLowerCase()),
  ];
  return [
    acting.address?.lines.join(', '),
    `${t.covers}: ${only.length === 0 ? t.everything : only.join(', ')}`,
    acting.evidence && `${t.evidence}: ${acting.evidence}`,
    acting.valid_to && t.until(shortDate(acting.valid_to)),
    acting.seen_by && acting.seen_on ? t.seen(acting.seen_by, shortDate(acting.seen_on)) : t.notSeen,
  ].filter((line): line is string => !!line);
}
