import { Button, Tag } from '@digdir/designsystemet-react';
import { shortDate } from '../../dates/format';
import { useTexts } from '../../texts/texts';
import { blocked, Part, type PeoplePartProps } from './people-tab';

/** What stands in force after the case, when it is looked at again, and how it ended. */
export function InForcePart({ show, onAction }: PeoplePartProps) {
  const t = useTexts().people.inForce;
  const standing = show.in_force;
  if (!standing && !show.lifted) return null;
  const unannounced = standing?.kind === 'begrensning' && !show.lift_notice_on;
  return (
    <Part title={t.title}>
      {standing && (
        <>
          <p>
            {standing.review_due && (
              <Tag variant="outline" data-color="warning">
                {t.due}
              </Tag>
            )}{' '}
            {standing.label} {t.since(shortDate(standing.since_on))}
            <span className="secondary"> · {standing.ground}</span>
          </p>
          <p className="secondary">{standing.review_on ? t.review(shortDate(standing.review_on)) : t.noReview}</p>
          {unannounced && <p className="secondary">{t.noticeFirst}</p>}
          {!blocked(show, 'review') && (
            <div className="buttons">
              <Button variant="secondary" onClick={() => onAction({ action: 'review', target: null })}>
                {t.reviewIt}
              </Button>
              <Button variant="tertiary" onClick={() => onAction({ action: 'lift', target: null })}>
                {t.lift}
              </Button>
            </div>
          )}
        </>
      )}
      {show.lifted && (
        <div>
          <p>{t.lifted(shortDate(show.lifted.on))}</p>
          {show.lifted.reason && <p className="quote">{show.lifted.reason}</p>}
        </div>
      )}
    </Part>
  );
}
