import { useState } from 'react';
import { reviewDraw } from '../../backend/review-commands';
import { useAction } from '../../backend/use-action';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  today: string;
  /** The first case that was drawn; null where none was. */
  onDrawn: (first: string | null) => void;
  onClose: () => void;
}

const isNumber = (text: string) => /^\d{1,9}$/.test(text.trim());

/** Draws cases for a review. The seed is chosen by whoever draws, so that anybody can draw the same once more. */
export function DrawDialog({ today, onDrawn, onClose }: Props) {
  const texts = useTexts();
  const t = texts.review;
  const [from, setFrom] = useState(shortDate(`${today.slice(0, 4)}-01-01`));
  const [to, setTo] = useState(shortDate(today));
  const [count, setCount] = useState('10');
  const [seed, setSeed] = useState('1');
  const [tried, setTried] = useState(false);
  const draw = useAction(reviewDraw);
  const announce = useAnnounce();
  const save = async () => {
    setTried(true);
    const [first, last] = [parseDate(from), parseDate(to)];
    if (first.kind !== 'date' || last.kind !== 'date' || !isNumber(count) || !isNumber(seed)) return;
    const sample = await draw.run({ from: first.on, to: last.on, count: Number(count), seed: Number(seed) });
    if (!sample) return;
    announce(t.drawn(sample.cases.length, sample.among));
    onDrawn(sample.cases[0] ?? null);
  };
  const numberProblem = (text: string) => (tried && !isNumber(text) ? t.notANumber : null);
  return (
    <FormDialog
      id="review-draw"
      title={t.draw}
      intro={t.drawIntro}
      save={t.draw}
      pending={draw.pending}
      failure={draw.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <DateField path="review.from" label={t.from} value={from} problem={tried ? dateProblem(texts, from, true) : null} onChange={setFrom} />
      <DateField path="review.to" label={t.to} value={to} problem={tried ? dateProblem(texts, to, true) : null} onChange={setTo} />
      <TextField path="review.count" label={t.count} inputMode="numeric" value={count} problem={numberProblem(count)} onChange={setCount} />
      <TextField path="review.seed" label={t.seed} hint={t.seedHint} inputMode="numeric" value={seed} problem={numberProblem(seed)} onChange={setSeed} />
    </FormDialog>
  );
}
