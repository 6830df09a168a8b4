import { Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseCheck } from '../../backend/commands';
import type { Check, CheckResult } from '../../backend/types';
import { TextField } from '../../form/text-field';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';

export function CheckDialog({ check, work, onClose }: CasePartProps & { check: Check; onClose: () => void }) {
  const texts = useTexts();
  const t = texts.case.checks;
  const [result, setResult] = useState<CheckResult | null>(check.result);
  const [note, setNote] = useState(check.note ?? '');
  const [missing, setMissing] = useState(false);
  const save = async () => {
    if (!result) return setMissing(true);
    const input = { id: check.id, result, note: note.trim() || null };
    if (await work.act((version) => caseCheck({ ...version, ...input }), t.saved)) onClose();
  };
  return (
    <FormDialog
      id="check"
      title={check.text}
      {...(check.source ? { intro: check.source } : {})}
      save={t.save}
      pending={work.pending}
      failure={work.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <fieldset className="kinds">
        <legend>{t.result}</legend>
        {(Object.keys(texts.codes.result) as CheckResult[]).map((each) => (
          <Radio
            key={each}
            name="result"
            value={each}
            label={texts.codes.result[each]}
            checked={result === each}
            onChange={() => {
              setResult(each);
              setMissing(false);
            }}
          />
        ))}
        {missing && <ValidationMessage>{t.missing}</ValidationMessage>}
      </fieldset>
      <TextField path="check.note" label={t.note} hint={t.noteHint} rows={2} value={note} onChange={setNote} />
    </FormDialog>
  );
}
