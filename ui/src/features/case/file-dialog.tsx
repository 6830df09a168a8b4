import { caseAttachmentRemove, caseAttachmentTitle } from '../../backend/commands';
import type { CaseFile } from '../../backend/file-types';
import type { CaseWork } from '../../cases/use-case-work';
import { useTexts } from '../../texts/texts';
import { TextDialog } from './text-dialog';

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
  return what === 'rename' ? (
    <TextDialog
      id="rename-file"
      words={{ title: t.renameDialog.title, save: t.renameDialog.save, done: t.renameDialog.saved }}
      field={{ name: 'title', label: t.add.name, missing: t.add.nameMissing, before: title }}
      work={work}
      change={(version, text) => caseAttachmentTitle({ ...version, file: file.number, title: text })}
      onClose={onClose}
    />
  ) : (
    <TextDialog
      id="remove-file"
      words={{ ...t.removeDialog, title: t.removeDialog.title(title), done: t.removeDialog.removed }}
      field={{ name: 'reason', label: t.removeDialog.reason, missing: t.removeDialog.reasonMissing }}
      work={work}
      change={(version, reason) => caseAttachmentRemove({ ...version, file: file.number, reason })}
      onClose={onClose}
    />
  );
}
