import { useState } from 'react';
import { caseLinkNumber, type CaseVersion } from '../../backend/commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

/** Another number of the same person, linked by hand and with the reason. */
export function LinkNumberDialog({ work, onClose }: CasePartProps & { onClose: () => void }) {
  const t = useTexts().people.numbers.linkDialog;
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const typed = number.replaceAll(/\s/g, '');
  const wanted = () =>
    typed === '' || reason.trim() === ''
      ? null
      : (version: CaseVersion) => caseLinkNumber({ ...version, number: typed, reason: reason.trim() });
  return (
    <CaseForm id="link-number" words={t} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused }) => (
        <>
          <TextField
            path="link.number"
            label={t.number}
            inputMode="numeric"
            value={number}
            problem={(tried && typed === '' ? t.numberMissing : null) ?? refused('number')}
            onChange={setNumber}
          />
          <TextField
            path="link.reason"
            label={t.reason}
            rows={2}
            value={reason}
            problem={(tried && reason.trim() === '' ? t.reasonMissing : null) ?? refused('reason')}
            onChange={setReason}
          />
        </>
      )}
    </CaseForm>
  );
}
