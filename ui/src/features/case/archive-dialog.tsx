import { useState } from 'react';
import { caseArchiveNumber, type CaseVersion } from '../../backend/commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

/** The number that the request has in the office's own archive. */
export function ArchiveDialog({ show, work, onClose }: CasePartProps & { onClose: () => void }) {
  const t = useTexts().case.actions.archive;
  const [number, setNumber] = useState(show.archive_number ?? '');
  const change = () => {
    if (number.trim() === '') return null;
    return (version: CaseVersion) => caseArchiveNumber({ ...version, number: number.trim() });
  };
  return (
    <CaseForm id="archive" words={t} work={work} change={change} onClose={onClose}>
      {({ tried, refused }) => (
        <TextField
          path="archive.number"
          label={t.number}
          value={number}
          problem={(tried && number.trim() === '' ? t.missing : null) ?? refused('number')}
          onChange={setNumber}
        />
      )}
    </CaseForm>
  );
}
