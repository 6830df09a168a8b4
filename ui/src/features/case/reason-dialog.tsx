import { useState } from 'react';
import type { CaseVersion } from '../../backend/commands';
import type { CaseShow } from '../../backend/types';
import type { CaseWork } from '../../cases/use-case-work';
import { TextField } from '../../form/text-field';
import { CaseForm } from './case-form';

interface Props {
  id: string;
  words: { title: string; intro: string; reason: string; save: string; done: string };
  missing: string;
  work: CaseWork;
  change: (version: CaseVersion & { reason: string }) => Promise<CaseShow>;
  onClose: () => void;
}

/** A change that needs nothing but why. */
export function ReasonDialog({ id, words, missing, work, change, onClose }: Props) {
  const [reason, setReason] = useState('');
  const wanted = () =>
    reason.trim() === '' ? null : (version: CaseVersion) => change({ ...version, reason: reason.trim() });
  return (
    <CaseForm id={id} words={words} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused }) => (
        <TextField
          path={`${id}.reason`}
          label={words.reason}
          rows={2}
          value={reason}
          problem={(tried && reason.trim() === '' ? missing : null) ?? refused('reason')}
          onChange={setReason}
        />
      )}
    </CaseForm>
  );
}
