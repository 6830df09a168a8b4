import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { lettersSave } from '../../backend/commands';
import { useLettersCheck } from '../../backend/queries';
import { useAction } from '../../backend/use-action';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { FormDialog } from '../../frame/form-dialog';
import { parseDate } from '../../dates/parse';
import { useTexts } from '../../texts/texts';
import { StoppedLetters } from './stopped-letters';
import { useBatch } from './use-batch';

/** Letters that tell when the answer comes: the same reason and day for everybody. */
const TELL_WHEN = ['delay-notice', 'interim-reply'];

interface Props {
  cases: readonly string[];
  /** The kind that is chosen at first. */
  begin?: string;
  onClose: (issuedSome: boolean) => void;
}

/** One kind of letter for many cases: what stops each is told first, and one that is stopped does not stop the rest. */
export function LettersDialog({ cases, begin = '', onClose }: Props) {
  const texts = useTexts();
  const t = texts.workList.letters;
  const announce = useAnnounce();
  const [kind, setKind] = useState(begin);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const { batch, run, failure, onStop } = useBatch();
  const save = useAction(lettersSave);
  const tellsWhen = TELL_WHEN.includes(kind);
  const on = parseDate(day);
  const fields: Record<string, string> = !tellsWhen
    ? {}
    : { delay_reason: reason.trim(), ...(on.kind === 'date' && { expected_on: on.on }) };
  const check = useLettersCheck(kind && !batch ? { cases: [...cases], kind, fields } : null);
  const ready = check.data?.ready ?? [];
  const close = () => onClose((batch?.issued.length ?? 0) > 0);
  const saveThem = async () => {
    const saved = await save.run((batch?.issued ?? []).map((letter) => letter.letter));
    if (saved?.path) announce(t.saved(saved.path));
  };
  const sendable = ready.length > 0 && !check.loading;
  const buttons = !batch ? (
    !sendable && (
      <div className="buttons">
        <Button variant="secondary" onClick={close}>
          {texts.frame.cancel}
        </Button>
      </div>
    )
  ) : (
    <div className="buttons">
      {batch.running ? (
        <Button variant="secondary" onClick={onStop}>
          {t.stop}
        </Button>
      ) : (
        <>
          {batch.issued.length > 0 && (
            <Button variant="secondary" aria-busy={save.pending} onClick={() => void saveThem()}>
              {t.save}
            </Button>
          )}
          <Button data-color="accent" autoFocus onClick={close}>
            {t.close}
          </Button>
        </>
      )}
    </div>
  );
  return (
    <FormDialog
      id="letters"
      title={t.title(cases.length)}
      intro={batch ? '' : t.intro}
      save={t.send(ready.length)}
      pending={batch?.running ?? false}
      failure={batch ? failure : check.failure}
      onSave={() => (sendable && !batch ? void run(ready, { kind, fields }) : undefined)}
      onClose={close}
      buttons={buttons || undefined}
    >
      {!batch && (
        <ChoiceField
          path="letters.kind"
          label={texts.letter.kind}
          value={kind}
          empty={texts.intake.source.choose}
          choices={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          onChange={setKind}
        />
      )}
      {!batch && tellsWhen && (
        <>
          <TextField path="letters.reason" label={t.reason} hint={t.forAll} rows={3} value={reason} onChange={setReason} />
          <DateField
            path="letters.day"
            label={t.day}
            value={day}
            problem={day ? dateProblem(texts, day, false) : null}
            onChange={setDay}
          />
        </>
      )}
      {!batch && check.data && (
        <div role="status">
          <p>{t.ready(ready.length)}</p>
          <StoppedLetters letters={check.data.stopped} words={t.cannot} />
        </div>
      )}
      {batch && (
        <div className="stack">
          <label className="batch-progress">
            <span role="status">{batch.running ? t.running(batch.done, batch.of) : t.done(batch.issued.length)}</span>
            <progress value={batch.done} max={batch.of} />
          </label>
          <StoppedLetters letters={batch.stopped} words={t.stopped} />
          {batch.left.length > 0 && <p>{t.left(batch.left)}</p>}
          <FailureAlert failure={save.failure} />
        </div>
      )}
    </FormDialog>
  );
}
