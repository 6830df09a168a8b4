import { Dialog, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useReminders, useTasks } from '../../backend/queries';
import { reminderPutOff } from '../../backend/work-commands';
import type { Reminder, Reminders } from '../../backend/work-types';
import { useAction } from '../../backend/use-action';
import { shortDate } from '../../dates/format';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { PutOffForm } from './put-off-form';
import { ReminderLine } from './reminder-line';
import './reminders.css';

interface Props {
  today: string;
  onOpen: (number: string, tab: string) => void;
  onChanged: () => void;
  onClose: () => void;
}

/** What the core calls a reminder of one task. */
const TASK = 'oppgave-';
const sameAs = (one: Reminder | null, other: Reminder) => one?.case === other.case && one.kind === other.kind;

/** What is due for whoever sits here, today and soon, with a way to each case. Nothing of it is stored but what was put off. */
export function RemindersDialog({ today, onOpen, onChanged, onClose }: Props) {
  const texts = useTexts();
  const t = texts.work.reminders;
  const asked = useReminders('dialog');
  const [after, setAfter] = useState<Reminders | null>(null);
  const [choosing, setChoosing] = useState<Reminder | null>(null);
  const putOff = useAction(reminderPutOff);
  const announce = useAnnounce();
  const found = after ?? asked.data;
  const open = (reminder: { case: string; kind: string }) =>
    onOpen(reminder.case, reminder.kind.startsWith(TASK) ? 'tasks' : 'checks');
  const save = async (reminder: Reminder, until: string) => {
    const answer = await putOff.run({ case: reminder.case, kind: reminder.kind, until });
    if (!answer) return;
    setAfter(answer);
    setChoosing((now) => (sameAs(now, reminder) ? null : now));
    announce(t.done(until));
    onChanged();
  };
  return (
    <Dialog open onClose={onClose} closeButton={texts.frame.close} aria-labelledby="reminders-title" className="reminders">
      <Heading id="reminders-title" level={2} data-size="xs">
        {t.title}
      </Heading>
      {found && <p className="secondary">{t.until(found.until_on)}</p>}
      {!found && !asked.failure && <p className="loading">{texts.frame.loading}</p>}
      <FailureAlert failure={asked.failure ?? putOff.failure} />
      {found && found.reminders.length === 0 && <p className="subtle">{t.none}</p>}
      <ul className="reminder-list">
        {found?.reminders.map((reminder) => (
          <li key={`${reminder.case} ${reminder.kind}`}>
            <ReminderLine
              reminder={reminder}
              onOpen={() => open(reminder)}
              onPutOff={
                reminder.last_put_off_on && !sameAs(choosing, reminder)
                  ? () => {
                      putOff.clear();
                      setChoosing(reminder);
                    }
                  : null
              }
            />
            {sameAs(choosing, reminder) && (
              <PutOffForm
                today={today}
                pending={putOff.pending}
                onSave={(until) => void save(reminder, until)}
                onCancel={() => setChoosing(null)}
              />
            )}
          </li>
        ))}
      </ul>
      {found?.more && <p className="subtle">{t.more}</p>}
      {found && found.put_off.length > 0 && (
        <details>
          <summary>{t.isPutOff(found.put_off.length)}</summary>
          <ul className="reminder-list">
            {found.put_off.map((reminder) => (
              <li key={`${reminder.case} ${reminder.kind}`}>
                <ReminderLine reminder={reminder} onOpen={() => open(reminder)} onPutOff={null} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <OwnTasks onOpen={(number) => onOpen(number, 'tasks')} />
    </Dialog>
  );
}

/** Every open task that one follows up, whatever its day. */
function OwnTasks({ onOpen }: { onOpen: (number: string) => void }) {
  const t = useTexts().work.reminders;
  const { data, failure } = useTasks('dialog');
  return (
    <section aria-labelledby="own-tasks">
      <Heading id="own-tasks" level={3} data-size="2xs">
        {t.tasks}
      </Heading>
      <FailureAlert failure={failure} />
      {data?.tasks.length === 0 && <p className="subtle">{t.noTasks}</p>}
      <ul className="reminder-list">
        {data?.tasks.map((task) => (
          <li key={`${task.case} ${task.number}`} className="reminder-line">
            <span className="figures" data-late={task.late || undefined}>
              {shortDate(task.due_on)}
            </span>
            <button type="button" className="link-button" onClick={() => onOpen(task.case)}>
              {t.open(task.case, t.task(task.number, task.unit_label))}
            </button>
            <span className="secondary">{task.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
