import { Alert } from '@digdir/designsystemet-react';
import { useColleagues } from '../../backend/queries';
import type { CaseVersion } from '../../backend/commands';
import { caseTaskAsk } from '../../backend/work-commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useDraft } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';
import { colleagueChoices } from './colleague-choices';
import { afterOwnDays, usualDue } from './tasks-tab';

interface Props extends CasePartProps {
  me: string;
  today: string;
  onClose: () => void;
}

interface Asked {
  unit: string;
  text: string;
  on: string;
  due: string;
  owner: string;
}

/** What a unit is asked for, by which day, and who follows it up. The program sends nothing. */
export function TaskAskDialog({ show, work, me, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.work.tasks.dialogs.ask;
  const people = useColleagues().data?.colleagues ?? [];
  const first = show.units[0];
  const [given, setGiven, forget] = useDraft<Asked>(`task ${show.case}`, {
    unit: first?.unit ?? 'registerenhet',
    text: first?.proposal ?? '',
    on: shortDate(today),
    due: usualDue(show, today),
    owner: me,
  });
  const change = (changed: Partial<Asked>) => setGiven((before) => ({ ...before, ...changed }));
  const unit = show.units.find((each) => each.unit === given.unit);
  const choose = (chosen: string) => {
    const next = show.units.find((each) => each.unit === chosen);
    const untouched = given.text === '' || given.text === unit?.proposal;
    change({ unit: chosen, ...(untouched ? { text: next?.proposal ?? '' } : {}) });
  };
  const due = parseDate(given.due);
  const after = due.kind === 'date' ? afterOwnDays(show, due.on) : null;
  const wanted = () => {
    const on = parseDate(given.on);
    if (!given.text.trim() || on.kind !== 'date' || due.kind !== 'date') return null;
    const input = { unit: given.unit, text: given.text.trim(), asked_on: on.on, due_on: due.on, owner: given.owner };
    return (version: CaseVersion) => caseTaskAsk({ ...version, ...input });
  };
  return (
    <CaseForm id="task-ask" words={t} work={work} change={wanted} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => (
        <>
          <ChoiceField
            path="task.unit"
            label={t.unit}
            value={given.unit}
            choices={show.units.map((each) => ({
              value: each.unit,
              label: each.proposal ? t.proposed(each.label) : each.label,
            }))}
            onChange={choose}
          />
          {unit?.proposal && (
            <p className="secondary">
              {t.proposal} {unit.proposal} <span className="source">{unit.source}</span>
            </p>
          )}
          <TextField
            path="task.text"
            label={t.text}
            rows={4}
            value={given.text}
            problem={(tried && !given.text.trim() ? t.textMissing : null) ?? refused('text')}
            onChange={(text) => change({ text })}
          />
          <div className="row">
            <DateField
              path="task.on"
              label={t.on}
              value={given.on}
              problem={(tried ? dateProblem(texts, given.on, true) : null) ?? refused('asked_on')}
              onChange={(on) => change({ on })}
            />
            <DateField
              path="task.due"
              label={t.due}
              value={given.due}
              problem={(tried ? dateProblem(texts, given.due, true) : null) ?? refused('due_on')}
              onChange={(typed) => change({ due: typed })}
            />
          </div>
          {after && (
            <Alert data-color="warning" className="dialog-note">
              {after === 'legal' ? t.dueAfter(show.due_on ?? '') : t.dueAfterInternal(show.internal_due_on ?? '')}
            </Alert>
          )}
          <ChoiceField
            path="task.owner"
            label={t.owner}
            value={given.owner}
            choices={colleagueChoices(texts, people, me)}
            onChange={(owner) => change({ owner })}
          />
        </>
      )}
    </CaseForm>
  );
}
