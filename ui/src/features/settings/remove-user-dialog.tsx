import { Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { userRemove } from '../../backend/commands';
import { useAction } from '../../backend/use-action';
import { ChoiceField } from '../../form/choice-field';
import { useAnnounce } from '../../frame/announcer';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  names: readonly string[];
  onClose: () => void;
  onRemoved: () => void;
}

/** Takes somebody's access away. */
export function RemoveUserDialog({ names, onClose, onRemoved }: Props) {
  const t = useTexts().settings.users.remove;
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [loseInbox, setLoseInbox] = useState(false);
  const remove = useAction(userRemove);
  const announce = useAnnounce();
  const save = async () => {
    setTried(true);
    const removed = name === '' ? null : await remove.run({ name, lose_inbox: loseInbox });
    if (!removed) return;
    announce(t.done(removed.name));
    onRemoved();
  };
  return (
    <FormDialog
      id="remove-user"
      title={t.title}
      intro={t.intro}
      save={t.save}
      pending={remove.pending}
      failure={remove.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <ChoiceField
        path="name"
        label={t.name}
        value={name}
        empty={t.choose}
        choices={names.map((each) => ({ value: each, label: each }))}
        problem={tried && name === '' ? t.missing : null}
        onChange={(to) => {
          setName(to);
          setLoseInbox(false);
        }}
      />
      {(loseInbox || remove.failure?.code === 'inbox-would-be-lost') && (
        <Checkbox
          label={t.loseInbox}
          checked={loseInbox}
          onChange={(event) => setLoseInbox(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
