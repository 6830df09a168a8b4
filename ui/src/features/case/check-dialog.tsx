import { Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseCheck, type CaseVersion } from '../../backend/commands';
import type { Check, CheckResult } from '../../backend/types';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';

export function CheckDialog({ check, show, work, onClose }: CasePartProps & { check: Check; onClose: () => void }) {
  const texts = useTexts();
  const t = texts.case.checks;
  const [result, setResult] = useState<CheckResult | null>(check.result);
  const [note, setNote, forget] = useWritten(`check ${show.case} ${check.id}`, show.case, check.note ?? '');
  const change = () => {
    if (!result) return null;
    const input = { id: check.id, result, note: note.trim() || null };
    return (version: CaseVersion) => caseCheck({ ...version, ...input });
  };
  const words = { title: check.text, save: t.save, done: t.saved, ...(check.source ? { intro: check.source } : {}) };
  return (
    <CaseForm id="check" words={words} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried }) => (
        <>
          <fieldset className="kinds">
            <legend>{t.result}</legend>
            {(Object.keys(texts.codes.result) as CheckResult[]).map((each) => (
              <Radio
                key={each}
                name="result"
                value={each}
                label={texts.codes.result[each]}
                checked={result === each}
                onChange={() => setResult(each)}
              />
            ))}
            {tried && !result && <ValidationMessage>{t.missing}</ValidationMessage>}
          </fieldset>
          <TextField path="check.note" label={t.note} hint={t.noteHint} rows={2} value={note} onChange={setNote} />
        </>
      )}
    </CaseForm>
  );
}
