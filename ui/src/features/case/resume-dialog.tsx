import { useState } from 'react';
import { caseResume, type CaseVersion } from '../../backend/commands';
import type { SuspensionGround } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';

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
  const change = () => {
    const answered = parseDate(on);
    if (answered.kind !== 'date') return null;
    const input = { on: answered.on, ground: ground === '' ? null : ground };
    return (version: CaseVersion) => caseResume({ ...version, ...input });
  };
  return (
    <CaseForm id="resume" words={t} work={work} change={change} onClose={onClose}>
      {({ tried, refused }) => (
        <>
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
            problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('on')}
            onChange={setOn}
          />
        </>
      )}
    </CaseForm>
  );
}
