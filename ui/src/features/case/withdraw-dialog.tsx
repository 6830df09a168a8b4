import { useState } from 'react';
import { caseWithdraw, type CaseVersion } from '../../backend/commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

interface Props extends CasePartProps {
  today: string;
  onClose: () => void;
}

/** The person no longer wants an answer to this claim; the other cases of the request go on. */
export function WithdrawDialog({ work, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.case.actions.withdraw;
  const [on, setOn] = useState(shortDate(today));
  const change = () => {
    const withdrawn = parseDate(on);
    return withdrawn.kind === 'date' ? (version: CaseVersion) => caseWithdraw({ ...version, on: withdrawn.on }) : null;
  };
  return (
    <CaseForm id="withdraw" words={t} work={work} change={change} onClose={onClose}>
      {({ tried, refused }) => (
        <DateField
          path="withdraw.on"
          label={t.on}
          value={on}
          problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('on')}
          onChange={setOn}
        />
      )}
    </CaseForm>
  );
}
