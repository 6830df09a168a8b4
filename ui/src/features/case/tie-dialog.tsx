import { caseTie, type CaseVersion } from '../../backend/commands';
import type { SimilarCase } from '../../backend/after-types';
import { TextField } from '../../form/text-field';
import { useDraft } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';

interface Props extends CasePartProps {
  other: SimilarCase;
  how: 'sammen' | 'dublett';
  onClose: () => void;
}

/** Ties the case to another. Somebody says why: nothing is joined by itself. */
export function TieDialog({ show, work, other, how, onClose }: Props) {
  const t = useTexts().after.tie;
  const [reason, setReason, forget] = useDraft(`tie ${show.case} ${other.case}`, '');
  const change = () => {
    const input = { of: other.case, how, reason: reason.trim() };
    return input.reason ? (version: CaseVersion) => caseTie({ ...version, ...input }) : null;
  };
  const words = { title: t.title[how](other.case), intro: t.intro[how](show.case, other.case), save: t.save[how], done: t.done[how] };
  return (
    <CaseForm id="tie" words={words} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => (
        <TextField
          path="tie.reason"
          label={t.reason}
          rows={3}
          value={reason}
          problem={(tried && !reason.trim() ? t.reasonMissing : null) ?? refused('reason')}
          onChange={setReason}
        />
      )}
    </CaseForm>
  );
}
