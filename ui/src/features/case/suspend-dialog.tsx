import { useState } from 'react';
import { caseSuspend, type CaseVersion } from '../../backend/commands';
import type { SuspensionGround } from '../../backend/types';
import { plusDays, shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';

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
  // Documentation after § 25 is asked for in § 25 cases alone.
  const grounds = choicesOf(texts.codes.ground).filter(
    (each) => each.value !== 'par25-dokumentasjon' || show.track === 'section-25',
  );
  const change = () => {
    const [sent, answer] = [parseDate(on), parseDate(replyBy)];
    if (sent.kind !== 'date' || answer.kind !== 'date') return null;
    const input = { ground, on: sent.on, reply_by: answer.on };
    return (version: CaseVersion) => caseSuspend({ ...version, ...input });
  };
  return (
    <CaseForm id="suspend" words={t} work={work} change={change} onClose={onClose}>
      {({ tried, refused }) => (
        <>
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
        </>
      )}
    </CaseForm>
  );
}
