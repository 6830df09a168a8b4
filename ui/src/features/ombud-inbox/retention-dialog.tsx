import { useState } from 'react';
import { ombudRetention } from '../../backend/review-commands';
import type { Inbox } from '../../backend/review-types';
import { useAction } from '../../backend/use-action';
import { TextField } from '../../form/text-field';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  retention: Inbox['retention'];
  onSaved: () => void;
  onClose: () => void;
}

/** For how long the officer keeps enquiries: the officer's own choice, and told as such. */
export function RetentionDialog({ retention, onSaved, onClose }: Props) {
  const t = useTexts().ombudInbox.retention;
  const [typed, setTyped] = useState(retention.months === null ? '' : String(retention.months));
  const [tried, setTried] = useState(false);
  const save = useAction(ombudRetention);
  const months = monthsOf(typed, retention.most);
  const run = async () => {
    setTried(true);
    if (months !== undefined && (await save.run({ months }))) onSaved();
  };
  return (
    <FormDialog
      id="enquiry-retention"
      title={t.title}
      intro={t.intro}
      save={t.save}
      pending={save.pending}
      failure={save.failure}
      onSave={() => void run()}
      onClose={onClose}
    >
      <TextField
        path="months"
        label={t.label}
        hint={t.hint(retention.most)}
        inputMode="numeric"
        value={typed}
        problem={tried && months === undefined ? t.invalid(retention.most) : null}
        onChange={setTyped}
      />
      <p className="secondary">
        {retention.doubt} ({retention.source}.)
      </p>
    </FormDialog>
  );
}

/** What was typed; null for nothing, undefined for what cannot be. */
function monthsOf(typed: string, most: number): number | null | undefined {
  if (typed.trim() === '') return null;
  const months = Number(typed.trim());
  return Number.isInteger(months) && months >= 1 && months <= most ? months : undefined;
}
