import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Failure } from '../../backend/failure';
import { ombudRecover } from '../../backend/review-commands';
import { useAction } from '../../backend/use-action';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { PageTitle } from '../../frame/page-title';
import { useTexts } from '../../texts/texts';

/** An inbox to which this officer has no key: it is opened with the code that lies in a safe. */
export function ClosedInbox({ failure, onOpened }: { failure: Failure; onOpened: () => void }) {
  const texts = useTexts().ombudInbox;
  const t = texts.closed;
  // Kept on this screen and nowhere else.
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const recover = useAction(ombudRecover);
  const announce = useAnnounce();
  const run = async () => {
    setTried(true);
    if (code.trim() === '' || !(await recover.run({ code }))) return;
    announce(t.opened);
    onOpened();
  };
  return (
    <form
      className="stack ombud-closed"
      aria-label={texts.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <PageTitle>{texts.title}</PageTitle>
      <Alert data-color="warning">
        <Paragraph>{failure.message}</Paragraph>
      </Alert>
      <TextField
        path="code"
        label={t.code}
        hint={t.hint}
        autoComplete="off"
        value={code}
        problem={tried && code.trim() === '' ? t.missing : null}
        onChange={setCode}
      />
      <FailureAlert failure={recover.failure} />
      <div className="buttons">
        <Button type="submit" data-color="accent" aria-busy={recover.pending}>
          {t.open}
        </Button>
      </div>
    </form>
  );
}
