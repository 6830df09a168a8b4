import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
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
  useShortcuts({ main: onSave });
  useReturnFocus();
  useEffect(() => {
    const form = dialog.current?.querySelector('form');
    (form?.querySelector<HTMLElement>('input, select, textarea') ?? form?.querySelector('button'))?.focus();
  }, []);
  return (
    <Dialog ref={dialog} open onClose={onClose} closeButton={t.close} aria-labelledby={`${id}-title`} id={id}>
      <form
        className="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
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
            <Button variant="secondary" onClick={onClose}>
              {t.cancel}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  );
}
