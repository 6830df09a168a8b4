import { useState } from 'react';
import { reviewFlag, reviewReply, reviewSay } from '../../backend/review-commands';
import type { ReviewedCase } from '../../backend/review-types';
import { useAction } from '../../backend/use-action';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

/** What is written: why a date or a pause is not right, why a case is flagged, or an answer to the officer. */
export type Words =
  | { kind: 'disagree'; label: string; date: string | null; pause: number | null }
  | { kind: 'flag' }
  | { kind: 'reply' };

interface Props {
  show: ReviewedCase;
  words: Words;
  onDone: (after: ReviewedCase) => void;
  onClose: () => void;
}

export function WordsDialog({ show, words, onDone, onClose }: Props) {
  const texts = useTexts();
  const t = texts.review;
  const of = words.kind === 'disagree' ? `${words.date ?? ''}${words.pause ?? ''}` : '';
  const [text, setText, forget] = useWritten(`review ${show.case} ${words.kind} ${of}`, show.case, '');
  const [tried, setTried] = useState(false);
  const version = { case: show.case, if_version: show.version };
  const send = useAction((written: string) => {
    switch (words.kind) {
      case 'disagree':
        return reviewSay({ ...version, date: words.date, pause: words.pause, against: written });
      case 'flag':
        return reviewFlag({ ...version, reason: written });
      case 'reply':
        return reviewReply({ ...version, text: written });
    }
  });
  const save = async () => {
    setTried(true);
    if (text.trim() === '') return;
    const after = await send.run(text);
    if (!after) return;
    forget();
    onDone(after);
  };
  const title = words.kind === 'disagree' ? `${words.pause === null ? t.disagree : t.doesNotHold}: ${words.label}` : words.kind === 'flag' ? t.flag : t.reply;
  return (
    <FormDialog
      id="review-words"
      title={title}
      intro={t.intro[words.kind]}
      save={t.save}
      pending={send.pending}
      failure={send.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
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
