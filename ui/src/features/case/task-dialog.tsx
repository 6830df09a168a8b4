import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseVersion } from '../../backend/commands';
import { useColleagues } from '../../backend/queries';
import { caseTaskChange, type TaskChange } from '../../backend/work-commands';
import type { Task } from '../../backend/work-types';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { copyText } from '../../frame/copy-text';
import { useLanguage, useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';
import { colleagueChoices } from './colleague-choices';
import { usualDue } from './tasks-tab';

interface Props extends CasePartProps {
  task: Task;
  what: TaskChange['what'];
  me: string;
  today: string;
  onClose: () => void;
}

const NOTHING = { on: null, due_on: null, to: null, note: null };

/** A task is reminded of, answered, given to somebody else, or not needed. */
export function TaskDialog({ task, what, show, work, me, today, onClose }: Props) {
  const texts = useTexts();
  const language = useLanguage();
  const t = texts.work.tasks.dialogs;
  const [on, setOn] = useState(shortDate(today));
  const [due, setDue] = useState(usualDue(show, today));
  const [note, setNote] = useState('');
  const [to, setTo] = useState(me);
  const change = () => {
    const [day, dueDay] = [parseDate(on), parseDate(due)];
    const written = note.trim();
    const input = (more: Partial<TaskChange>) => (version: CaseVersion) =>
      caseTaskChange({ ...version, task: task.number, what, ...NOTHING, ...more });
    if (what === 'give') return input({ to });
    if (what === 'drop') return written ? input({ note: written }) : null;
    if (day.kind !== 'date') return null;
    if (what === 'answer') return written ? input({ on: day.on, note: written }) : null;
    return dueDay.kind === 'date' ? input({ on: day.on, due_on: dueDay.on }) : null;
  };
  const words = t[what];
  return (
    <CaseForm
      id={`task-${what}`}
      words={{
        title: words.title(task.number),
        ...(what === 'remind' ? { intro: t.remind.intro } : {}),
        save: words.save,
        done: words.done,
      }}
      work={work}
      change={change}
      onClose={onClose}
    >
      {({ tried, refused }) => (
        <>
          {what === 'remind' && task.chaser && <Chaser words={task.chaser[language]} />}
          {(what === 'remind' || what === 'answer') && (
            <DateField
              path="task.on"
              label={t[what].on}
              value={on}
              problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('on')}
              onChange={setOn}
            />
          )}
          {what === 'remind' && (
            <DateField
              path="task.due"
              label={t.remind.due}
              value={due}
              problem={(tried ? dateProblem(texts, due, true) : null) ?? refused('due_on')}
              onChange={setDue}
            />
          )}
          {(what === 'answer' || what === 'drop') && (
            <TextField
              path="task.note"
              label={t[what].note}
              rows={3}
              value={note}
              problem={(tried && !note.trim() ? t[what].noteMissing : null) ?? refused('note')}
              onChange={setNote}
            />
          )}
          {what === 'give' && <Give me={me} to={to} problem={refused('to')} onChange={setTo} />}
        </>
      )}
    </CaseForm>
  );
}

/** The words that remind the unit, ready to be copied; they are sent by hand. */
function Chaser({ words }: { words: string }) {
  const texts = useTexts();
  const t = texts.work.tasks.dialogs.remind;
  const announce = useAnnounce();
  const copy = async () => announce((await copyText(words)) ? texts.frame.copied : texts.frame.copyFailed);
  return (
    <div className="chaser">
      <p className="secondary">{t.words}</p>
      <p className="chaser-words">{words}</p>
      <Button variant="secondary" onClick={() => void copy()}>
        {t.copy}
      </Button>
    </div>
  );
}

interface GiveProps {
  me: string;
  to: string;
  problem: string | null;
  onChange: (to: string) => void;
}

function Give({ me, to, problem, onChange }: GiveProps) {
  const texts = useTexts();
  const people = useColleagues().data?.colleagues ?? [];
  return (
    <ChoiceField
      path="task.to"
      label={texts.work.tasks.dialogs.give.to}
      value={to}
      choices={colleagueChoices(texts, people, me)}
      problem={problem}
      onChange={onChange}
    />
  );
}
