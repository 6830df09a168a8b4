import { useState } from 'react';
import { caseResume } from '../../backend/commands';
import type { SuspensionGround } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';

interface Props extends CasePartProps {
  today: string;
  /** The question that the answer is to, where that is known. */
  ground: string | null;
  onClose: () => void;
}

export function ResumeDialog({ show, work, today, ground: wanted, onClose }: Props) {
  const texts = useTexts();
  const t = texts.case.actions.resume;
  const open = show.suspensions.filter((each) => each.answered_on === null);
  const [ground, setGround] = useState<SuspensionGround | ''>(
    (open.find((each) => each.ground === wanted) ?? open[0])?.ground ?? '',
  );
  const [on, setOn] = useState(shortDate(today));
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    const answered = parseDate(on);
    if (answered.kind !== 'date') return;
    const input = { on: answered.on, ground: ground === '' ? null : ground };
    if (await work.act((version) => caseResume({ ...version, ...input }), t.done)) onClose();
  };
  return (
    <FormDialog
      id="resume"
      title={t.title}
      intro={t.intro}
      save={t.save}
      pending={work.pending}
      failure={work.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      {open.length > 1 && (
        <ChoiceField
          path="resume.ground"
          label={t.ground}
          value={ground}
          choices={open.map((each) => ({ value: each.ground, label: each.ground_label }))}
          onChange={(value) => setGround(value as SuspensionGround)}
        />
      )}
      <DateField
        path="resume.on"
        label={t.on}
        value={on}
        problem={tried ? dateProblem(texts, on, true) : null}
        onChange={setOn}
      />
    </FormDialog>
  );
}
