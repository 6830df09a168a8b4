import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { storeUnlock } from '../../backend/commands';
import type { SessionState } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { ChoiceField } from '../../form/choice-field';
import { SecretField } from '../../form/secret-field';
import { fieldId } from '../../form/field-id';
import { Keys } from '../../frame/keys';
import { useTexts } from '../../texts/texts';
import './unlock.css';

interface Props {
  session: SessionState;
  lockedByIdle: boolean;
  onOpen: (session: SessionState) => void;
}

export function Unlock({ session, lockedByIdle, onOpen }: Props) {
  const t = useTexts();
  const [user, setUser] = useState(session.user?.name ?? session.users[0] ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const unlock = useAction(storeUnlock);

  const focusPassphrase = () => document.getElementById(fieldId('passphrase'))?.focus();
  useEffect(focusPassphrase, []);
  useEffect(() => {
    if (unlock.failure) focusPassphrase();
  }, [unlock.failure]);

  const open = async () => {
    setMissing(passphrase === '');
    if (passphrase === '') return focusPassphrase();
    const opened = await unlock.run({ store: session.store, user, passphrase });
    if (opened) onOpen(opened);
  };

  return (
    <main className="outside">
      <div className="unlock">
        <Heading level={1} data-size="sm">
          {t.unlock.title}
        </Heading>
        <Paragraph className="subtle">{session.organisation?.name}</Paragraph>
        {session.test && <Paragraph className="test-store">{t.frame.testStore}</Paragraph>}
        {lockedByIdle && <Paragraph role="status">{t.unlock.lockedByIdle}</Paragraph>}
        <form
          noValidate
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <ChoiceField
            path="user"
            label={t.unlock.user}
            value={user}
            choices={session.users.map((name) => ({ value: name, label: name }))}
            onChange={setUser}
          />
          <SecretField
            path="passphrase"
            label={t.unlock.passphrase}
            value={passphrase}
            autoComplete="current-password"
            problem={missing ? t.unlock.missing : (unlock.failure?.message ?? null)}
            onChange={(typed) => {
              setPassphrase(typed);
              setMissing(false);
            }}
          />
          <Button type="submit" data-color="accent" aria-busy={unlock.pending}>
            {unlock.pending ? t.unlock.opening : t.unlock.open} <Keys of="open" />
          </Button>
        </form>
        <dl className="facts unlock-facts">
          <div>
            <dt>{t.unlock.store}</dt>
            <dd>{session.store}</dd>
          </div>
          <div>
            <dt>{t.unlock.network}</dt>
            <dd>{t.unlock.networkNone}</dd>
          </div>
        </dl>
      </div>
      <p className="outside-version">{t.unlock.version(session.version)}</p>
    </main>
  );
}
