import { Button } from '@digdir/designsystemet-react';
import type { CaseRow } from '../../backend/types';
import { PreviewHead } from '../../cases/preview-head';
import { shortDate } from '../../dates/format';
import { Pane } from '../../frame/pane';
import { DatePair } from '../../marks/date-pair';
import { DeadlineMark } from '../../marks/deadline-mark';
import { TrackTag } from '../../marks/track-tag';
import { useTexts } from '../../texts/texts';

/** The chosen case beside the list: when, then whose turn, from what the list already knows. */
export function Preview({ row, onOpen }: { row: CaseRow; onOpen: () => void }) {
  const texts = useTexts();
  const t = texts.workList;
  const facts: [string, string | null][] = [
    [t.received, shortDate(row.received_on)],
    [t.refusal, row.refusal_due_on && shortDate(row.refusal_due_on)],
    [t.columns.status, row.status_label],
    [t.handledBy, row.handled_by.name],
    [t.assignee, row.covered_for ? texts.work.assign.covered(row.covered_for) : (row.assignee ?? texts.cases.unassigned)],
    [texts.work.tasks.tab, row.task_due_on && texts.work.reminders.taskDue(row.task_due_on)],
  ];
  return (
    <Pane as="aside" label={texts.cases.preview} className="preview">
      <div className="preview-body">
        <PreviewHead row={row}>
          <TrackTag track={row.track} mode={row.mode} />
        </PreviewHead>
        <div className="preview-date">
          <DeadlineMark row={row} />
          <DatePair row={row} />
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
          {texts.cases.open}
        </Button>
      </div>
    </Pane>
  );
}
