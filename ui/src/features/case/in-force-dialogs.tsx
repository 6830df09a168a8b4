import { useState } from 'react';
import { caseLift, caseReview, type CaseVersion } from '../../backend/commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

/** Somebody looked whether it still holds. No act says how often, so no day is proposed. */
export function ReviewDialog({ work, onClose }: CasePartProps & { onClose: () => void }) {
  const texts = useTexts();
  const t = texts.people.inForce.reviewDialog;
  const [next, setNext] = useState('');
  const [note, setNote] = useState('');
  const wanted = () => {
    const day = parseDate(next);
    if (day.kind !== 'date') return null;
    return (version: CaseVersion) => caseReview({ ...version, next: day.on, on: null, note: note.trim() || null });
  };
  return (
    <CaseForm id="review" words={t} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused }) => (
        <>
          <DateField
            path="review.next"
            label={t.next}
            value={next}
            problem={(tried ? dateProblem(texts, next, true) : null) ?? refused('next')}
            onChange={setNext}
          />
          <TextField path="review.note" label={t.note} hint={t.noteHint} rows={2} value={note} problem={refused('note')} onChange={setNote} />
        </>
      )}
    </CaseForm>
  );
}

/** What was in force is lifted. The core refuses until the person was told of the end of a restriction. */
export function LiftDialog({ work, today, onClose }: CasePartProps & { today: string; onClose: () => void }) {
  const texts = useTexts();
  const t = texts.people.inForce.liftDialog;
  const [on, setOn] = useState(shortDate(today));
  const [reason, setReason] = useState('');
  const wanted = () => {
    const day = parseDate(on);
    if (day.kind !== 'date' || reason.trim() === '') return null;
    return (version: CaseVersion) => caseLift({ ...version, on: day.on, reason: reason.trim() });
  };
  return (
    <CaseForm id="lift" words={t} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused }) => (
        <>
          <DateField
            path="lift.on"
            label={t.on}
            value={on}
            problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('on')}
            onChange={setOn}
          />
          <TextField
            path="lift.reason"
            label={t.reason}
            rows={2}
            value={reason}
            problem={(tried && reason.trim() === '' ? t.reasonMissing : null) ?? refused('reason')}
            onChange={setReason}
          />
        </>
      )}
    </CaseForm>
  );
}
