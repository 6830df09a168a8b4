import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import type { BulkInput } from '../../backend/bulk-types';
import { useAnnounce } from '../../frame/announcer';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';
import { BulkFields, emptyForm, filled } from './bulk-fields';
import { StoppedLetters } from './stopped-letters';
import { useBulk } from './use-bulk';

interface Props {
  action: BulkInput['action'];
  which: Pick<BulkInput, 'cases' | 'list'>;
  onClose: (changed: boolean) => void;
}

/** The same with many cases: what would stop each is told first, and what can be undone is undone from here. */
export function BulkDialog({ action, which, onClose }: Props) {
  const texts = useTexts();
  const t = texts.bulk;
  const words = t[action];
  const announce = useAnnounce();
  const { state, failure, check, run, undo, onStop } = useBulk();
  const [form, setForm] = useState(emptyForm);
  const [tried, setTried] = useState(false);
  const buttons = useRef<HTMLDivElement>(null);
  const { phase } = state;
  const going = phase === 'checking' || phase === 'running' || phase === 'undoing';
  const all = phase === 'running' ? state.ready : state.done;
  const so = phase === 'running' ? state.done : state.undone;

  const begin = () => {
    setTried(true);
    const input = filled(action, form);
    if (input) void check({ ...input, ...which });
  };
  // Nothing is asked for before cases are closed, so they are looked at at once.
  useEffect(() => {
    if (action === 'close') begin();
  }, []);
  // The button that was pressed gives way to others; the hand stays where the next step is.
  useEffect(() => {
    if (tried) buttons.current?.querySelector('button')?.focus();
  }, [phase]);

  const close = () => {
    if (phase === 'done') announce(words.done(state.done));
    if (phase === 'undone') announce(t.undone(state.undone));
    onClose(state.done > 0);
  };
  const next = () => {
    if (phase === 'asking' || (phase === 'checked' && state.ready === 0)) begin();
    else if (phase === 'checked') void run();
  };
  const stoppedWords = phase === 'checking' || phase === 'checked' ? words.stopped : phase === 'undone' || phase === 'undoing' ? t.notUndone : t.notStopped;
  return (
    <FormDialog
      id="bulk"
      title={words.title}
      intro={phase === 'asking' ? t.intro : ''}
      save={t.check}
      pending={going}
      failure={failure}
      onSave={next}
      onClose={close}
      buttons={
        <div className="buttons" ref={buttons}>
          {phase === 'asking' && (
            <Button type="submit" data-color="accent" aria-keyshortcuts="Control+Enter">
              {t.check}
            </Button>
          )}
          {phase === 'checked' && state.ready > 0 && (
            <Button type="submit" data-color="accent" aria-keyshortcuts="Control+Enter">
              {words.submit(state.ready)}
            </Button>
          )}
          {going && (
            <Button variant="secondary" onClick={onStop}>
              {t.stop}
            </Button>
          )}
          {(phase === 'done' || phase === 'undone') && (
            <Button data-color="accent" onClick={close}>
              {t.close_dialog}
            </Button>
          )}
          {phase === 'done' && state.canBeUndone && state.done > 0 && (
            <Button variant="secondary" onClick={() => void undo()}>
              {t.undo}
            </Button>
          )}
          {(phase === 'asking' || phase === 'checked') && (
            <Button variant="secondary" onClick={close}>
              {texts.frame.cancel}
            </Button>
          )}
        </div>
      }
    >
      {phase === 'asking' && <BulkFields action={action} form={form} tried={tried} onChange={setForm} />}
      {phase !== 'asking' && (
        <div>
          <p role="status">
            {phase === 'checking' && (state.left > 0 ? t.checking(state.left) : texts.frame.loading)}
            {phase === 'checked' && (state.ready > 0 ? words.ready(state.ready) : t.none)}
            {(phase === 'running' || phase === 'undoing') && t.running(so, all)}
            {phase === 'done' && words.done(state.done)}
            {phase === 'undone' && t.undone(state.undone)}
          </p>
          {(phase === 'running' || phase === 'undoing') && (
            <progress className="bulk-progress" aria-label={words.title} value={so} max={Math.max(all, 1)} />
          )}
          {phase === 'done' && state.left > 0 && <p>{t.left(state.left)}</p>}
          {phase === 'done' && !state.canBeUndone && state.done > 0 && <p className="secondary">{t.cannotUndo}</p>}
          <StoppedLetters
            letters={state.stopped.map((each) => ({ ...each, cases: [each.case], fields: [] }))}
            words={() => stoppedWords(state.stoppedCount)}
          />
        </div>
      )}
    </FormDialog>
  );
}
