import { useState } from 'react';
import { caseOtherParent, type CaseVersion } from '../../backend/commands';
import { otherParentIn, otherParentOf } from '../../cases/other-parent';
import { OtherParentFields } from '../../cases/other-parent-fields';
import type { CasePartProps } from '../../cases/use-case-work';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

/** Somebody else has parental responsibility for the child (vergemålsloven § 16; pasient- og brukerrettighetsloven § 3-4). */
export function OtherParentDialog({ show, work, onClose }: CasePartProps & { onClose: () => void }) {
  const t = useTexts().people.otherParent;
  const [draft, setDraft] = useState(() => otherParentOf(show.other_parent));
  const [reason, setReason] = useState('');
  const wanted = () => {
    if (reason.trim() === '') return null;
    const change = { parent: otherParentIn(draft), reason: reason.trim() };
    return (version: CaseVersion) => caseOtherParent({ ...version, ...change });
  };
  return (
    <CaseForm id="other-parent" words={t.dialog} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused }) => (
        <>
          <OtherParentFields
            draft={draft}
            problem={refused}
            edit={(changed) => setDraft((before) => ({ ...before, ...changed }))}
          />
          <TextField
            path="other_parent.reason"
            label={t.dialog.reason}
            rows={2}
            value={reason}
            problem={(tried && reason.trim() === '' ? t.dialog.reasonMissing : null) ?? refused('reason')}
            onChange={setReason}
          />
        </>
      )}
    </CaseForm>
  );
}
