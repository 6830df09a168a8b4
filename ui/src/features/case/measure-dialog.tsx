import { Radio } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseMeasureSettle, type CaseVersion } from '../../backend/commands';
import type { Measure } from '../../backend/types';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

interface Props extends CasePartProps {
  measure: Measure;
  today: string;
  onClose: () => void;
}

/** A measure is carried out, with what shows it, or turns out not to be needed, with why. */
export function MeasureDialog({ measure, show, work, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.case.measures.dialog;
  const [needed, setNeeded] = useState(measure.state !== 'not-needed');
  const [on, setOn] = useState(shortDate(measure.done_on ?? today));
  const [note, setNote, forget] = useWritten(`proof ${show.case} ${measure.id}`, show.case, measure.note ?? '');
  const change = () => {
    const done = parseDate(on);
    if (note.trim() === '' || (needed && done.kind !== 'date')) return null;
    const done_on = needed && done.kind === 'date' ? done.on : null;
    const input = { measure: measure.id, done_on, note: note.trim() };
    return (version: CaseVersion) => caseMeasureSettle({ ...version, ...input });
  };
  const words = { title: measure.text ?? measure.label, save: t.save, done: t.saved };
  return (
    <CaseForm id="measure" words={words} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => (
        <>
          <fieldset className="kinds">
            <legend>{t.result}</legend>
            <Radio name="needed" value="done" label={t.done} checked={needed} onChange={() => setNeeded(true)} />
            <Radio name="needed" value="no" label={t.notNeeded} checked={!needed} onChange={() => setNeeded(false)} />
          </fieldset>
          {needed && (
            <DateField
              path="measure.on"
              label={t.on}
              value={on}
              problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('done_on')}
              onChange={setOn}
            />
          )}
          <TextField
            path="measure.note"
            label={needed ? t.proof : t.why}
            rows={3}
            value={note}
            problem={(tried && note.trim() === '' ? t.noteMissing : null) ?? refused('note')}
            onChange={setNote}
          />
        </>
      )}
    </CaseForm>
  );
}
