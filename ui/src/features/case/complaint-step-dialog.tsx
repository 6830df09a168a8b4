import { useState } from 'react';
import { complaintNext, type CaseVersion } from '../../backend/commands';
import type { Complaint } from '../../backend/after-types';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useDraft } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';

interface Props extends CasePartProps {
  complaint: Complaint;
  today: string;
  onClose: () => void;
}

type Step = 'vurdert' | 'svart' | 'avgjort';

/** What happened to a complaint: looked at here, answered to Datatilsynet, or decided by the body that decides it. */
export function ComplaintStepDialog({ show, work, complaint, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.after.step;
  const steps = (['vurdert', 'svart', 'avgjort'] as const).filter((each) => complaint.next.includes(each));
  const [step, setStep] = useState<Step>(steps[0] ?? 'vurdert');
  const [choice, setChoice] = useState('');
  const [late, setLate] = useState('');
  const [on, setOn] = useState(shortDate(today));
  const [note, setNote, forget] = useDraft(`complaint ${show.case} ${complaint.number}`, '');
  const considered = step === 'vurdert';
  const chooses = step !== 'svart';
  const change = () => {
    const day = parseDate(on);
    if ((chooses && !choice) || !note.trim() || (!considered && day.kind !== 'date')) return null;
    const input = {
      complaint: complaint.number,
      step,
      view: considered ? choice : null,
      late: considered && late ? late : null,
      outcome: step === 'avgjort' ? choice : null,
      on: !considered && day.kind === 'date' ? day.on : null,
      note: note.trim(),
    };
    return (version: CaseVersion) => complaintNext({ ...version, ...input });
  };
  const choices = (considered ? complaint.views : complaint.outcomes).map((each) => ({ value: each.id, label: each.label }));
  const words = { title: t.title(complaint.kind_label), intro: complaint.timing_label ?? '', save: t.save, done: t.done };
  return (
    <CaseForm id="complaint-step" words={words} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => (
        <>
          {steps.length > 1 && (
            <ChoiceField
              path="step.step"
              label={t.step}
              value={step}
              choices={steps.map((each) => ({ value: each, label: t.steps[each] }))}
              onChange={(value) => {
                setStep(value as Step);
                setChoice('');
              }}
            />
          )}
          {chooses && (
            <ChoiceField
              path="step.choice"
              label={considered ? t.view : t.outcome}
              value={choice}
              empty={texts.intake.source.choose}
              choices={choices}
              problem={(tried && !choice ? t.choiceMissing : null) ?? refused(considered ? 'view' : 'outcome')}
              onChange={setChoice}
            />
          )}
          {considered && complaint.timing !== 'i-tide' && choice !== 'avviser' && (
            <ChoiceField
              path="step.late"
              label={t.late}
              value={late}
              empty={t.notLate}
              choices={Object.entries(t.lateGrounds).map(([value, label]) => ({ value, label }))}
              problem={refused('late')}
              onChange={setLate}
            />
          )}
          {!considered && (
            <DateField
              path="step.on"
              label={step === 'svart' ? t.repliedOn : t.decidedOn}
              value={on}
              problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('on')}
              onChange={setOn}
            />
          )}
          <TextField
            path="step.note"
            label={t.notes[step]}
            rows={3}
            value={note}
            problem={(tried && !note.trim() ? t.noteMissing : null) ?? refused('note')}
            onChange={setNote}
          />
        </>
      )}
    </CaseForm>
  );
}
