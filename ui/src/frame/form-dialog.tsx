import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../backend/failure';
import { ariaKeys } from './shortcuts';
import { useTexts } from '../texts/texts';
import { FailureAlert } from './failure-alert';
import { Keys } from './keys';
import { useShortcuts } from './shortcut-provider';
import { useReturnFocus } from './use-return-focus';

interface Props {
  id: string;
  title: string;
  intro?: string;
  save: string;
  pending: boolean;
  failure: Failure | null;
  onSave: () => void;
  onClose: () => void;
  children?: ReactNode;
  /** In place of the usual two buttons, where the dialog goes on after the first. */
  buttons?: ReactNode;
}

/** A dialog that asks for what an action needs. It is on the screen only while it is open. */
export function FormDialog({ id, title, intro, save, pending, failure, onSave, onClose, children, buttons }: Props) {
  const t = useTexts().frame;
  const dialog = useRef<HTMLDialogElement>(null);
  const saveOnce = () => {
    if (!pending) onSave();
  };
  useShortcuts({ main: saveOnce });
  useReturnFocus();
  // What is under way is waited for: its answer belongs here, and nothing else is begun until it has come.
  const close = () => {
    if (!pending) onClose();
  };
  const [closed, setClosed] = useState(0);
  useEffect(() => {
    // Escape shuts it whatever it is told; as long as it is kept, it is kept in sight.
    if (closed > 0 && dialog.current?.open === false) dialog.current.showModal();
  }, [closed]);
  useEffect(() => {
    const form = dialog.current?.querySelector('form');
    (form?.querySelector<HTMLElement>('input, select, textarea') ?? form?.querySelector('button'))?.focus();
  }, []);
  return (
    <Dialog
      ref={dialog}
      open
      onClose={() => {
        close();
        setClosed((times) => times + 1);
      }}
      closeButton={t.close}
      aria-labelledby={`${id}-title`}
      id={id}
    >
      <form
        className="dialog-form"
        noValidate
        onKeyDown={(event) => {
          // The press that opened the dialog may still be held; it must not answer it.
          if (event.key === 'Enter' && event.repeat && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          saveOnce();
        }}
      >
        <Heading id={`${id}-title`} level={2} data-size="xs">
          {title}
        </Heading>
        {intro && <Paragraph>{intro}</Paragraph>}
        {children}
        <FailureAlert failure={failure} />
        {buttons ?? (
          <div className="buttons">
            <Button type="submit" data-color="accent" aria-busy={pending} aria-keyshortcuts={ariaKeys('main')}>
              {save} <Keys of="main" />
            </Button>
            <Button variant="secondary" onClick={close}>
              {t.cancel}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  );
}
