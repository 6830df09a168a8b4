import { useState } from 'react';
import { deadlineAccept } from '../../backend/forecast-commands';
import type { Accepted, Supposition, WhatIf } from '../../backend/forecast-types';
import { useAction } from '../../backend/use-action';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  supposed: Supposition;
  found: WhatIf;
  onDone: (accepted: Accepted) => void;
  onClose: () => void;
}

/** Asks why the day of receipt is corrected, and accepts the very list that is on the screen. */
export function AcceptDialog({ supposed, found, onDone, onClose }: Props) {
  const t = useTexts().forecast.whatIf.accept;
  const [reason, setReason, forget] = useWritten(`what-if accept ${found.digest}`, supposed.received[0]?.number ?? null, '');
  const [tried, setTried] = useState(false);
  const accept = useAction(deadlineAccept);
  const save = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const accepted = await accept.run({ supposed, digest: found.digest, reason });
    if (!accepted) return;
    forget();
    onDone(accepted);
  };
  return (
    <FormDialog
      id="what-if-accept"
      title={t.title}
      intro={t.intro(found.moved.length)}
      save={t.save}
      pending={accept.pending}
      failure={accept.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <ul>
        {found.supposed.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <TextField
        path="what-if.reason"
        label={t.reason}
        rows={4}
        required
        value={reason}
        problem={tried && reason.trim() === '' ? t.missing : null}
        onChange={setReason}
      />
    </FormDialog>
  );
}
