import { Button, Heading } from '@digdir/designsystemet-react';
import type { CaseRow } from '../../backend/types';
import { longDate, shortDate } from '../../dates/format';
import { Pane } from '../../frame/pane';
import { DeadlineMark } from '../../marks/deadline-mark';
import { TrackTag } from '../../marks/track-tag';
import { useTexts } from '../../texts/texts';

/** The chosen case beside the list: when, then whose turn, from what the list already knows. */
export function Preview({ row, onOpen }: { row: CaseRow; onOpen: () => void }) {
  const t = useTexts().workList;
  const facts: [string, string | null][] = [
    [t.received, shortDate(row.received_on)],
    [t.refusal, row.refusal_due_on && shortDate(row.refusal_due_on)],
    [t.internal, row.internal_due_on && shortDate(row.internal_due_on)],
    [t.columns.status, row.status_label],
    [t.handledBy, row.handled_by.name],
    [t.assignee, row.assignee ?? t.unassigned],
  ];
  const who = row.person.protected
    ? t.protected
    : t.born(row.person.initials ?? t.unknownPerson, row.person.birth_year);
  return (
    <Pane as="aside" label={t.preview} className="preview">
      <div className="preview-body">
        <p className="preview-number">
          <span className="secondary figures">{row.case}</span>
          <TrackTag track={row.track} />
        </p>
        <Heading level={2} data-size="2xs">
          {row.title}
        </Heading>
        <p>{who}</p>
        <div className="preview-date">
          <DeadlineMark row={row} />
          {row.due_on && <strong>{longDate(row.due_on)}</strong>}
        </div>
        <dl className="facts preview-facts">
          {facts.map(([name, value]) => value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {row.warnings.length > 0 && (
          <ul className="preview-warnings">
            {row.warnings.map((warning) => (
              <li key={warning.code + warning.message}>{warning.message}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="action-row">
        <Button data-color="accent" onClick={onOpen}>
          {t.open}
        </Button>
      </div>
    </Pane>
  );
}
