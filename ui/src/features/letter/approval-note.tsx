import { Alert } from '@digdir/designsystemet-react';
import type { Approval } from '../../backend/letter-types';
import { useTexts } from '../../texts/texts';

/** What a second person has said of the letter, where somebody has to know. */
export function ApprovalNote({ approval, corrects }: { approval: Approval; corrects: string | null }) {
  const texts = useTexts().letter;
  const t = texts.approval;
  const words =
    approval.state === 'asked' && approval.may_answer ? t.waits(approval.asked_by ?? '')
    : approval.state === 'asked' ? t.mine
    : approval.state === 'sent-back' ? t.returned(approval.by ?? '')
    : approval.state === 'approved' ? t.isApproved(approval.by ?? '')
    : null;
  if (!words && !corrects) return null;
  return (
    <Alert data-color={approval.state === 'sent-back' ? 'warning' : 'info'} className="approval-note">
      {corrects && <p>{texts.corrects(corrects)}</p>}
      {words && <p>{words}</p>}
      {approval.reason && <blockquote>{approval.reason}</blockquote>}
    </Alert>
  );
}
