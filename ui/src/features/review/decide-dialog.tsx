import { useState } from 'react';
import { reviewDecide } from '../../backend/review-commands';
import type { ReviewedCase } from '../../backend/review-types';
import { useAction } from '../../backend/use-action';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  show: ReviewedCase;
  onDone: (after: ReviewedCase) => void;
  onClose: () => void;
}

/** The lead decides where the officer and whoever answered differ. What the officer said stays as it was. */
export function DecideDialog({ show, onDone, onClose }: Props) {
  const t = useTexts().review;
  const [text, setText, forget] = useWritten(`review ${show.case} decide`, show.case, '');
  const [outcome, setOutcome] = useState('blir-staende');
  const [tried, setTried] = useState(false);
  const decide = useAction(reviewDecide);
  const save = async () => {
    setTried(true);
    if (text.trim() === '') return;
    const after = await decide.run({ case: show.case, if_version: show.version, outcome, text });
    if (!after) return;
    forget();
    onDone(after);
  };
  return (
    <FormDialog
      id="review-decide"
      title={t.decide}
      intro={t.decideIntro}
      save={t.decide}
      pending={decide.pending}
      failure={decide.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <ChoiceField path="review.outcome" label={t.outcome} value={outcome} choices={choicesOf(t.outcomes)} onChange={setOutcome} />
      <TextField
        path="review.text"
        label={t.words}
        rows={5}
        required
        value={text}
        problem={tried && text.trim() === '' ? t.missing : null}
        onChange={setText}
      />
    </FormDialog>
  );
}
