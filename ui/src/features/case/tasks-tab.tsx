import { Button, Tag } from '@digdir/designsystemet-react';
import type { Task } from '../../backend/work-types';
import type { CaseShow } from '../../backend/types';
import { allows } from '../../cases/allows';
import { shortDate } from '../../dates/format';
import { useTexts } from '../../texts/texts';
import type { Wanted } from './wanted';

interface Props {
  show: CaseShow;
  onAction: (wanted: Wanted) => void;
}

/** What units are asked for, each with its own day. None of it moves a date of the case, and that is said with its source. */
export function TasksTab({ show, onAction }: Props) {
  const t = useTexts().work.tasks;
  const closed = show.state === 'closed' || show.actions.length === 0;
  return (
    <div className="stack">
      <p className="secondary">
        {t.noPause} <span className="source">{t.source}</span>
      </p>
      {show.tasks.length === 0 && <p className="subtle">{t.none}</p>}
      <ul className="measures">
        {show.tasks.map((task) => (
          <li key={task.number} className="measure">
            <TaskLines task={task} />
            {task.state === 'open' && !closed && <TaskButtons number={task.number} onAction={onAction} />}
          </li>
        ))}
      </ul>
      {allows(show, 'task') && (
        <div className="buttons">
          <Button variant="secondary" onClick={() => onAction({ action: 'task-ask', target: null })}>
            {t.ask}
          </Button>
        </div>
      )}
    </div>
  );
}

function TaskLines({ task }: { task: Task }) {
  const t = useTexts().work.tasks;
  const facts = [
    t.asked(task.asked_on, task.due_on, task.owner),
    task.reminded_on.length > 0 ? t.reminded(task.reminded_on) : null,
    task.answered_on && t.answered(task.answered_on),
  ];
  return (
    <div>
      <p>
        <strong>{t.number(task.number, task.unit_label)}</strong>{' '}
        <Tag variant="outline" data-color={task.late ? 'danger' : task.state === 'open' ? 'warning' : 'neutral'}>
          {task.late ? t.late : t.states[task.state]}
        </Tag>
      </p>
      <p>{task.text ?? <span className="subtle">{t.erased}</span>}</p>
      <p className="secondary">{facts.filter(Boolean).join(' ')}</p>
      {task.note && <p className="secondary">{task.note}</p>}
    </div>
  );
}

function TaskButtons({ number, onAction }: { number: number; onAction: (wanted: Wanted) => void }) {
  const t = useTexts().work.tasks;
  const does = [
    ['task-answer', t.answer],
    ['task-remind', t.remind],
    ['task-give', t.give],
    ['task-drop', t.drop],
  ] as const;
  return (
    <div className="buttons task-buttons">
      {does.map(([action, words], place) => (
        <Button
          key={action}
          variant={place === 0 ? 'secondary' : 'tertiary'}
          aria-label={t.of(words, number)}
          onClick={() => onAction({ action, target: String(number) })}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}

/** How many tasks are ended, of all, for the tab. */
export function endedTasks(show: CaseShow): number {
  return show.tasks.filter((task) => task.state !== 'open').length;
}

/** The day of the law and the office's own, for a task's day to be held against. */
export function afterOwnDays(show: CaseShow, due: string): 'legal' | 'internal' | null {
  if (show.due_on && due > show.due_on) return 'legal';
  if (show.internal_due_on && due > show.internal_due_on) return 'internal';
  return null;
}

/** A day two weeks on, or the last working day before the case's own where that comes first. */
export function usualDue(show: CaseShow, today: string): string {
  const inTwoWeeks = new Date(`${today}T12:00:00Z`);
  inTwoWeeks.setUTCDate(inTwoWeeks.getUTCDate() + 14);
  const usual = inTwoWeeks.toISOString().slice(0, 10);
  const own = show.internal_due_on ?? show.due_on;
  return shortDate(own && own < usual && own > today ? own : usual);
}
