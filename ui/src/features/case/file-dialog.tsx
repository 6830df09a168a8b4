import { useState } from 'react';
import { caseAttachmentRemove, caseAttachmentTitle } from '../../backend/commands';
import type { CaseFile } from '../../backend/file-types';
import type { CaseWork } from '../../cases/use-case-work';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

interface Props {
  file: CaseFile;
  what: 'rename' | 'remove';
  work: CaseWork;
  onClose: () => void;
}

/** Gives a file another title, or takes it away with a reason. */
export function FileDialog({ file, what, work, onClose }: Props) {
  const t = useTexts().files.list;
  const title = file.title ?? t.erased;
  const [typed, setTyped] = useState(what === 'rename' ? title : '');
  const text = typed.trim();
  const rename = what === 'rename';
  const words = rename
    ? { title: t.renameDialog.title, save: t.renameDialog.save, done: t.renameDialog.saved }
    : { ...t.removeDialog, title: t.removeDialog.title(title), done: t.removeDialog.removed };
  const change = () => {
    if (text === '') return null;
    return rename
      ? (version: { case: string; if_version: number }) => caseAttachmentTitle({ ...version, file: file.number, title: text })
      : (version: { case: string; if_version: number }) => caseAttachmentRemove({ ...version, file: file.number, reason: text });
  };
  return (
    <CaseForm id="file" words={words} work={work} change={change} onClose={onClose}>
      {({ tried, refused }) => (
        <TextField
          path={rename ? 'file.new-title' : 'file.reason'}
          label={rename ? t.add.name : t.removeDialog.reason}
          value={typed}
          problem={
            (tried && text === '' ? (rename ? t.add.nameMissing : t.removeDialog.reasonMissing) : null) ??
            refused(rename ? 'title' : 'reason')
          }
          onChange={setTyped}
        />
      )}
    </CaseForm>
  );
}
