import { useState } from 'react';
import { caseComplaint, type CaseVersion } from '../../backend/commands';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useDraft } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';

interface Props extends CasePartProps {
  today: string;
  onClose: () => void;
}

/** A complaint that came. The day of posting counts for an appeal alone, and the day to answer by for Datatilsynet alone. */
export function ComplaintDialog({ show, work, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.after.complaint;
  const [kind, setKind] = useState(show.track === 'section-25' ? 'forvaltningsklage' : 'datatilsynet');
  const [received, setReceived] = useState(shortDate(today));
  const [other, setOther] = useState('');
  const [about, setAbout, forget] = useDraft(`complaint ${show.case}`, '');
  const appeal = kind === 'forvaltningsklage';
  const change = () => {
    const [came, more] = [parseDate(received), parseDate(other)];
    if (came.kind !== 'date' || (more.kind !== 'date' && more.kind !== 'empty') || !about.trim()) return null;
    const on = more.kind === 'date' ? more.on : null;
    const days = { received: came.on, posted: appeal ? on : null, reply_by: appeal ? null : on };
    return (version: CaseVersion) => caseComplaint({ ...version, kind, ...days, about: about.trim() });
  };
  return (
    <CaseForm id="complaint" words={t} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => (
        <>
          <ChoiceField
            path="complaint.kind"
            label={t.kind}
            value={kind}
            choices={choicesOf(t.kinds)}
            problem={refused('kind')}
            onChange={setKind}
          />
          <div className="row">
            <DateField
              path="complaint.received"
              label={t.received}
              value={received}
              problem={(tried ? dateProblem(texts, received, true) : null) ?? refused('received')}
              onChange={setReceived}
            />
            <DateField
              path="complaint.other"
              label={appeal ? t.posted : t.replyBy}
              hint={appeal ? t.postedHint : t.replyByHint}
              value={other}
              problem={(tried ? dateProblem(texts, other, false) : null) ?? refused(appeal ? 'posted' : 'reply_by')}
              onChange={setOther}
            />
          </div>
          <TextField
            path="complaint.about"
            label={t.about}
            rows={3}
            value={about}
            problem={(tried && !about.trim() ? t.aboutMissing : null) ?? refused('about')}
            onChange={setAbout}
          />
        </>
      )}
    </CaseForm>
  );
}
