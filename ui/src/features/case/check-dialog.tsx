import { Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseCheck, type CaseVersion } from '../../backend/commands';
import type { Check, CheckResult, IdentityMethod } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { dateOrNull } from '../../dates/parse';
import { dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';
import { ConfirmedHow } from './confirmed-how';

interface Props extends CasePartProps {
  check: Check;
  today: string;
  onClose: () => void;
}

/** The point of the checklist that says who the person is: a yes to it says how, and when. */
const IDENTITY = 'identitet';

export function CheckDialog({ check, show, work, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.case.checks;
  const [result, setResult] = useState<CheckResult | null>(check.result);
  const [note, setNote, forget] = useWritten(`check ${show.case} ${check.id}`, show.case, check.note ?? '');
  const [method, setMethod] = useState<IdentityMethod | ''>(show.identity.method ?? '');
  const [on, setOn] = useState(shortDate(show.identity.on ?? today));
  const confirms = check.id === IDENTITY && result === 'ja';
  const wrongDay = confirms ? dateProblem(texts, on, true) : null;
  const change = () => {
    if (!result || (confirms && method === '') || wrongDay) return null;
    const how = confirms ? { method, on: dateOrNull(on) } : {};
    const input = { id: check.id, result, note: note.trim() || null, ...how };
    return (version: CaseVersion) => caseCheck({ ...version, ...input });
  };
  const words = { title: check.text, save: t.save, done: t.saved, ...(check.source ? { intro: check.source } : {}) };
  return (
    <CaseForm id="check" words={words} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => (
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
          {confirms && (
            <ConfirmedHow
              path="check"
              method={method}
              on={on}
              problems={{
                method: (tried && method === '' ? t.methodMissing : null) ?? refused('method'),
                on: (tried ? wrongDay : null) ?? refused('on'),
              }}
              onMethod={setMethod}
              onDay={setOn}
            />
          )}
          <TextField path="check.note" label={t.note} hint={t.noteHint} rows={2} value={note} onChange={setNote} />
        </>
      )}
    </CaseForm>
  );
}
