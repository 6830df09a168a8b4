import { Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { userAdd } from '../../backend/commands';
import type { Settings } from '../../backend/settings-types';
import { useAction } from '../../backend/use-action';
import { ChoiceField } from '../../form/choice-field';
import { focusField } from '../../form/field-id';
import { NewPassphrase } from '../../form/new-passphrase';
import { strengthOf } from '../../form/strength';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts, type Texts } from '../../texts/texts';

interface Props {
  may: Settings['may'];
  onClose: () => void;
  onAdded: () => void;
}

interface Newcomer {
  name: string;
  role: string;
  cleared: boolean;
  passphrase: string;
  again: string;
}

type Problems = Partial<Record<'name' | 'passphrase' | 'again', string>>;

function problemsOf(t: Texts, given: Newcomer): Problems {
  const found: Problems = {};
  if (!given.name.trim()) found.name = t.settings.users.dialog.nameMissing;
  if (strengthOf(given.passphrase).kind !== 'strong') found.passphrase = t.firstRun.passphrase.tooShort;
  if (given.again !== given.passphrase || !given.again) found.again = t.firstRun.passphrase.different;
  return found;
}

/** Lets somebody in. Only the roles that the core lets this user give are offered. */
export function AddUserDialog({ may, onClose, onAdded }: Props) {
  const texts = useTexts();
  const t = texts.settings.users.dialog;
  const roles = texts.codes.role as Record<string, string>;
  const add = useAction(userAdd);
  const announce = useAnnounce();
  const [problems, setProblems] = useState<Problems>({});
  // Kept while the dialog is open and nowhere else: it holds a passphrase.
  const [given, setGiven] = useState<Newcomer>({
    name: '', role: may.add_roles[0] ?? '', cleared: false, passphrase: '', again: '',
  });
  const change = (changed: Partial<Newcomer>) => {
    setGiven((before) => ({ ...before, ...changed }));
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in changed))));
  };
  const save = async () => {
    const found = problemsOf(texts, given);
    setProblems(found);
    const first = (['name', 'passphrase', 'again'] as const).find((field) => found[field]);
    if (first) return void setTimeout(() => focusField(first));
    const { again: _again, ...input } = given;
    const added = await add.run({ ...input, name: given.name.trim() });
    if (!added) return;
    announce(t.done(added.name));
    onAdded();
  };
  return (
    <FormDialog
      id="add-user"
      title={t.title}
      intro={t.intro}
      save={t.save}
      pending={add.pending}
      failure={add.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        path="name"
        label={t.name}
        hint={t.nameHint}
        value={given.name}
        problem={problems.name ?? null}
        onChange={(name) => change({ name })}
      />
      <ChoiceField
        path="role"
        label={t.role}
        value={given.role}
        choices={may.add_roles.map((role) => ({ value: role, label: roles[role] ?? role }))}
        onChange={(role) => change({ role })}
      />
      {may.add_cleared && (
        <Checkbox
          label={t.cleared}
          checked={given.cleared}
          onChange={(event) => change({ cleared: event.target.checked })}
        />
      )}
      <NewPassphrase passphrase={given.passphrase} again={given.again} problems={problems} onChange={change} />
    </FormDialog>
  );
}
