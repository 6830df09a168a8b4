import { useState } from 'react';
import { caseHearChild, type CaseVersion } from '../../backend/commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

/** A child was heard (pasient- og brukerrettighetsloven § 3-4; helseregisterloven § 15). */
export function ChildDialog({ work, today, onClose }: CasePartProps & { today: string; onClose: () => void }) {
  const texts = useTexts();
  const t = texts.people.child.dialog;
  const [on, setOn] = useState(shortDate(today));
  const [parents, setParents] = useState('');
  const [text, setText] = useState('');
  const wanted = () => {
    const heard = parseDate(on);
    if (heard.kind !== 'date' || text.trim() === '') return null;
    const tell_parents = parents === '' ? null : parents === 'yes';
    return (version: CaseVersion) => caseHearChild({ ...version, on: heard.on, tell_parents, text: text.trim() });
  };
  return (
    <CaseForm id="child" words={t} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused }) => (
        <>
          <DateField
            path="child.on"
            label={t.on}
            value={on}
            problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('on')}
            onChange={setOn}
          />
          <ChoiceField path="child.parents" label={t.parents} value={parents} empty={t.notSaid} choices={choicesOf(t.choices)} onChange={setParents} />
          <TextField
            path="child.text"
            label={t.text}
            rows={3}
            value={text}
            problem={(tried && text.trim() === '' ? t.textMissing : null) ?? refused('text')}
            onChange={setText}
          />
        </>
      )}
    </CaseForm>
  );
}
