import { useState } from 'react';
import { caseSuspend } from '../../backend/commands';
import type { SuspensionGround } from '../../backend/types';
import { plusDays, shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';

/** How long people are usually given to answer; the caseworker may change it. */
const DAYS_TO_ANSWER = 14;

interface Props extends CasePartProps {
  today: string;
  onClose: () => void;
}

export function SuspendDialog({ show, work, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.case.actions.suspend;
  const [ground, setGround] = useState<SuspensionGround>('identitet');
  const [on, setOn] = useState(shortDate(today));
  const [replyBy, setReplyBy] = useState(shortDate(plusDays(today, DAYS_TO_ANSWER)));
  const [tried, setTried] = useState(false);
  // Documentation after § 25 is asked for in § 25 cases alone.
  const grounds = choicesOf(texts.codes.ground).filter(
    (each) => each.value !== 'par25-dokumentasjon' || show.track === 'section-25',
  );
  const refused = (path: string) => work.failure?.fields.find((each) => each.path === path)?.message ?? null;
  const save = async () => {
    setTried(true);
    const [sent, answer] = [parseDate(on), parseDate(replyBy)];
    if (sent.kind !== 'date' || answer.kind !== 'date') return;
    const input = { ground, on: sent.on, reply_by: answer.on };
    if (await work.act((version) => caseSuspend({ ...version, ...input }), t.done)) onClose();
  };
  return (
    <FormDialog
      id="suspend"
      title={t.title}
      intro={t.intro}
      save={t.save}
      pending={work.pending}
      failure={work.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <ChoiceField
        path="suspend.ground"
        label={t.ground}
        value={ground}
        choices={grounds}
        problem={refused('ground')}
        onChange={(value) => setGround(value as SuspensionGround)}
      />
      <div className="row">
        <DateField
          path="suspend.on"
          label={t.on}
          value={on}
          problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('on')}
          onChange={setOn}
        />
        <DateField
          path="suspend.reply_by"
          label={t.replyBy}
          value={replyBy}
          problem={(tried ? dateProblem(texts, replyBy, true) : null) ?? refused('reply_by')}
          onChange={setReplyBy}
        />
      </div>
    </FormDialog>
  );
}
