import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { importRefusedSave } from '../../backend/commands';
import { useAction } from '../../backend/use-action';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';
import { RefusedRows } from './refused-rows';
import { useImport } from './use-import';

interface Props {
  onClose: (registered: number) => void;
}

/** Requests from a file: it is read first, and what would come of each row is told before anything is registered. */
export function ImportDialog({ onClose }: Props) {
  const texts = useTexts();
  const t = texts.importing;
  const announce = useAnnounce();
  const { file, checked, done, failure, opening, choose, register, onStop } = useImport();
  const save = useAction(importRefusedSave);
  const next = useRef<HTMLDivElement>(null);
  const running = (done ?? checked)?.running ?? false;
  const shown = done ?? checked;
  const ready = checked !== null && !checked.running && !checked.stopped && !done ? checked.registered : 0;

  // The button that was pressed gives way to others; the hand stays where the next step is.
  useEffect(() => next.current?.querySelector('button')?.focus(), [running, checked !== null, done !== null]);

  const close = () => {
    const count = done?.registered ?? 0;
    if (count > 0) announce(t.announced(count));
    onClose(count);
  };
  const saveThem = async () => {
    const saved = file ? await save.run(file.file) : null;
    if (saved?.path) announce(t.saved(saved.path));
  };
  const submit = () => {
    if (ready > 0) void register();
    else if (!done) void choose();
  };
  return (
    <FormDialog
      id="import"
      title={t.title}
      intro={shown ? '' : t.intro}
      save={t.choose}
      pending={opening || running}
      failure={failure}
      onSave={submit}
      onClose={close}
      buttons={
        <div className="buttons" ref={next}>
          {running && (
            <Button variant="secondary" onClick={onStop}>
              {t.stop}
            </Button>
          )}
          {!running && ready > 0 && (
            <Button type="submit" data-color="accent" aria-keyshortcuts="Control+Enter">
              {t.submit(ready)}
            </Button>
          )}
          {!running && done && (
            <Button data-color="accent" onClick={close}>
              {t.close}
            </Button>
          )}
          {!running && !done && (
            <Button
              variant={ready > 0 ? 'secondary' : 'primary'}
              {...(ready === 0 && { 'data-color': 'accent' as const })}
              aria-busy={opening}
              onClick={() => void choose()}
            >
              {shown || failure ? t.chooseOther : t.choose}
            </Button>
          )}
          {!running && shown && shown.refusedRows > 0 && (
            <Button variant="secondary" aria-busy={save.pending} onClick={() => void saveThem()}>
              {t.save}
            </Button>
          )}
          {!running && !done && (
            <Button variant="tertiary" onClick={close}>
              {texts.frame.cancel}
            </Button>
          )}
        </div>
      }
    >
      {!shown && (
        <section aria-label={t.columns}>
          <p>{t.needed}</p>
          <p className="secondary">{t.optional}</p>
          <p className="secondary">{t.demands}</p>
        </section>
      )}
      {file && checked && !done && (
        <div>
          <p role="status">
            {checked.running ? t.checking(file.name, checked.row) : checked.registered > 0 ? t.ready(checked.registered) : t.nothing}
          </p>
          {checked.running && <progress className="import-progress" aria-label={t.checking(file.name, 0)} />}
          {!checked.running && checked.known > 0 && <p>{t.known(checked.known)}</p>}
          <RefusedRows progress={checked} words={t.refused} />
        </div>
      )}
      {done && (
        <div>
          <p role="status">
            {done.running ? t.running(done.registered + done.known, (checked?.registered ?? 0) + (checked?.known ?? 0)) : t.done(done.registered)}
          </p>
          {done.running && (
            <progress
              className="import-progress"
              aria-label={t.title}
              value={done.registered + done.known}
              max={Math.max((checked?.registered ?? 0) + (checked?.known ?? 0), 1)}
            />
          )}
          {done.stopped && !done.running && <p>{t.stopped(done.row)}</p>}
          <RefusedRows progress={done} words={t.wereRefused} />
        </div>
      )}
      <FailureAlert failure={save.failure} />
    </FormDialog>
  );
}
