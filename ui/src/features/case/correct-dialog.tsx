import { Radio } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseVersion } from '../../backend/commands';
import type { CaseShow } from '../../backend/types';
import { caseCorrect } from '../../backend/work-commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { TextField } from '../../form/text-field';
import { useTexts, type Texts } from '../../texts/texts';
import { CaseForm } from './case-form';

interface Entry {
  id: string;
  label: string;
  suspension: number | null;
}

/** What was recorded by mistake and was not sent in a letter. */
export function correctable(texts: Texts, show: CaseShow): Entry[] {
  const t = texts.work.correct;
  const asked = show.suspensions
    .filter((each) => each.correctable)
    .map((each) => ({
      id: `suspension-${each.number}`,
      label: t.suspension(each.ground_label, each.asked_on),
      suspension: each.number as number | null,
    }));
  const extension = show.extension && !show.extension.notice_on ? show.extension : null;
  return [...asked, ...(extension ? [{ id: 'extension', label: t.extension(extension.expected_on), suspension: null }] : [])];
}

/** Takes back what was recorded by mistake. The log keeps both, and the date is computed without it. */
export function CorrectDialog({ show, work, onClose }: CasePartProps & { onClose: () => void }) {
  const texts = useTexts();
  const t = texts.work.correct;
  const entries = correctable(texts, show);
  const [chosen, setChosen] = useState(entries[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const entry = entries.find((each) => each.id === chosen);
  const change = () => {
    if (!entry || !reason.trim()) return null;
    const input = { suspension: entry.suspension, reason: reason.trim() };
    return (version: CaseVersion) => caseCorrect({ ...version, ...input });
  };
  return (
    <CaseForm id="correct" words={t} work={work} change={change} onClose={onClose}>
      {({ tried, refused }) => (
        <>
          <fieldset className="kinds">
            <legend>{t.entry}</legend>
            {entries.map((each) => (
              <Radio
                key={each.id}
                name="entry"
                value={each.id}
                label={each.label}
                checked={each.id === chosen}
                onChange={() => setChosen(each.id)}
              />
            ))}
          </fieldset>
          <TextField
            path="correct.reason"
            label={t.reason}
            rows={3}
            value={reason}
            problem={(tried && !reason.trim() ? t.reasonMissing : null) ?? refused('reason')}
            onChange={setReason}
          />
        </>
      )}
    </CaseForm>
  );
}
