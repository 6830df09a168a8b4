import { useState } from 'react';
import { caseWithdraw } from '../../backend/commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props extends CasePartProps {
  today: string;
  onClose: () => void;
}

/** The person no longer wants an answer to this claim; the other cases of the request go on. */
export function WithdrawDialog({ work, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.case.actions.withdraw;
  const [on, setOn] = useState(shortDate(today));
  const [tried, setTried] = useState(false);
  const refused = work.failure?.fields.find((each) => each.path === 'on')?.message ?? null;
  const save = async () => {
    setTried(true);
    const withdrawn = parseDate(on);
    if (withdrawn.kind !== 'date') return;
    if (await work.act((version) => caseWithdraw({ ...version, on: withdrawn.on }), t.done)) onClose();
  };
  return (
    <FormDialog
      id="withdraw"
      title={t.title}
      intro={t.intro}
      save={t.save}
      pending={work.pending}
      failure={work.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <DateField
        path="withdraw.on"
        label={t.on}
        value={on}
        problem={(tried ? dateProblem(texts, on, true) : null) ?? refused}
        onChange={setOn}
      />
    </FormDialog>
  );
}
