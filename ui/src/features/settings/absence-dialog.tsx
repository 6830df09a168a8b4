import { useState } from 'react';
import { useAction } from '../../backend/use-action';
import { absenceEnter } from '../../backend/work-commands';
import type { Colleagues } from '../../backend/work-types';
import { parseDate } from '../../dates/parse';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { useAnnounce } from '../../frame/announcer';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  people: Colleagues;
  me: string;
  onClose: () => void;
  onEntered: () => void;
}

/** From when, until when, and who covers. */
export function AbsenceDialog({ people, me, onClose, onEntered }: Props) {
  const texts = useTexts();
  const t = texts.work.absence.dialog;
  const names = people.colleagues.map((each) => each.name);
  const [given, setGiven] = useState({ name: me, from: '', to: '', substitute: '' });
  const [tried, setTried] = useState(false);
  const enter = useAction(absenceEnter);
  const announce = useAnnounce();
  const change = (changed: Partial<typeof given>) => setGiven((before) => ({ ...before, ...changed }));
  const refused = (path: string) => enter.failure?.fields.find((each) => each.path === path)?.message ?? null;
  const save = async () => {
    setTried(true);
    const [from, to] = [parseDate(given.from), parseDate(given.to)];
    if (from.kind !== 'date' || to.kind !== 'date' || !given.substitute) return;
    const input = { name: given.name, from: from.on, to: to.on, substitute: given.substitute };
    if (!(await enter.run(input))) return;
    announce(t.done(given.name));
    onEntered();
  };
  const choices = (of: readonly string[]) => of.map((name) => ({ value: name, label: name }));
  return (
    <FormDialog
      id="absence"
      title={t.title}
      save={t.save}
      pending={enter.pending}
      failure={enter.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      {people.may_manage && (
        <ChoiceField
          path="absence.name"
          label={t.name}
          value={given.name}
          choices={choices(names)}
          problem={refused('name')}
          onChange={(name) => change({ name })}
        />
      )}
      <DateField
        path="absence.from"
        label={t.from}
        value={given.from}
        problem={(tried ? dateProblem(texts, given.from, true) : null) ?? refused('from')}
        onChange={(from) => change({ from })}
      />
      <DateField
        path="absence.to"
        label={t.to}
        value={given.to}
        problem={(tried ? dateProblem(texts, given.to, true) : null) ?? refused('to')}
        onChange={(to) => change({ to })}
      />
      <ChoiceField
        path="absence.substitute"
        label={t.substitute}
        value={given.substitute}
        empty={t.choose}
        choices={choices(names.filter((name) => name !== given.name))}
        problem={(tried && !given.substitute ? t.substituteMissing : null) ?? refused('substitute')}
        onChange={(substitute) => change({ substitute })}
      />
    </FormDialog>
  );
}
