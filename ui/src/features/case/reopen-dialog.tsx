import { useState } from 'react';
import { caseReopen, type CaseVersion } from '../../backend/commands';
import { ChoiceField } from '../../form/choice-field';
import { TextField } from '../../form/text-field';
import { useDraft } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';

/** Opens the case again. Only grounds that the record can carry are offered; the dates in law stay. */
export function ReopenDialog({ show, work, onClose }: CasePartProps & { onClose: () => void }) {
  const texts = useTexts();
  const t = texts.after.reopen;
  const [ground, setGround] = useState('');
  const [reason, setReason, forget] = useDraft(`reopen ${show.case}`, '');
  const change = () => {
    const input = { ground, reason: reason.trim() };
    return ground && input.reason ? (version: CaseVersion) => caseReopen({ ...version, ...input }) : null;
  };
  return (
    <CaseForm id="reopen" words={t} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => (
        <>
          <ChoiceField
            path="reopen.ground"
            label={t.ground}
            value={ground}
            empty={texts.intake.source.choose}
            choices={show.reopen_grounds.map((each) => ({ value: each.id, label: each.label }))}
            problem={(tried && !ground ? t.groundMissing : null) ?? refused('ground')}
            onChange={setGround}
          />
          <TextField
            path="reopen.reason"
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
