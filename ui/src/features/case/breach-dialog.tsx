import { useState } from 'react';
import type { BreachConcern } from '../../backend/breach-types';
import { caseBreach, type CaseVersion } from '../../backend/commands';
import { shortDate } from '../../dates/format';
import { TextField } from '../../form/text-field';
import { useDraft } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';
import { ConcernsField } from './concerns-field';
import { MomentFields, momentOrNull } from './moment-fields';

interface Props extends CasePartProps {
  today: string;
  onClose: () => void;
}

/** A breach that the work on the case has shown. From when it became known, 72 hours are counted. */
export function BreachDialog({ show, work, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.breach;
  const [aware, setAware] = useState({ on: shortDate(today), time: '' });
  const [concerns, setConcerns] = useState<BreachConcern[]>([]);
  const [reference, setReference] = useState('');
  const [about, setAbout, forget] = useDraft(`breach ${show.case}`, '');
  const change = () => {
    const at = momentOrNull(aware);
    if (!at || concerns.length === 0 || !about.trim()) return null;
    const input = { aware: at, concerns, about: about.trim(), reference: reference.trim() || null };
    return (version: CaseVersion) => caseBreach({ ...version, ...input });
  };
  return (
    <CaseForm id="breach" words={t.register} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => (
        <>
          <MomentFields path="breach.aware" label={t.aware} value={aware} tried={tried} problem={refused('aware')} onChange={setAware} />
          <TextField
            path="breach.about"
            label={t.about}
            hint={t.aboutHint}
            rows={3}
            value={about}
            problem={(tried && !about.trim() ? t.aboutMissing : null) ?? refused('about')}
            onChange={setAbout}
          />
          <ConcernsField
            path="breach.concerns"
            chosen={concerns}
            problem={(tried && concerns.length === 0 ? t.concernsMissing : null) ?? refused('concerns')}
            onChange={setConcerns}
          />
          <TextField
            path="breach.reference"
            label={t.reference}
            hint={t.referenceHint}
            value={reference}
            problem={refused('reference')}
            onChange={setReference}
          />
        </>
      )}
    </CaseForm>
  );
}
