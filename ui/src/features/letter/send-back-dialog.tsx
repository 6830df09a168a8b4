import { useState } from 'react';
import type { Failure } from '../../backend/failure';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  number: string;
  pending: boolean;
  failure: Failure | null;
  onSendBack: (reason: string, sent: () => void) => void;
  onClose: () => void;
}

/** Asks what has to be mended before the letter goes back to whoever wrote it. */
export function SendBackDialog({ number, pending, failure, onSendBack, onClose }: Props) {
  const t = useTexts().letter.approval.dialog;
  const [reason, setReason, forget] = useWritten(`send-back ${number}`, number, '');
  const [tried, setTried] = useState(false);
  const words = reason.trim();
  return (
    <FormDialog
      id="send-back"
      title={t.title}
      intro={t.intro}
      save={t.save}
      pending={pending}
      failure={failure}
      onSave={() => (words ? onSendBack(words, forget) : setTried(true))}
      onClose={onClose}
    >
      <TextField
        path="send-back.reason"
        label={t.label}
        rows={4}
        value={reason}
        required
        problem={tried && !words ? t.missing : null}
        onChange={setReason}
      />
    </FormDialog>
  );
}
