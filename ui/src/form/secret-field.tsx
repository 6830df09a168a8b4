import { Button, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../texts/texts';
import { fieldId } from './field-id';

interface Props {
  path: string;
  label: string;
  hint?: string;
  value: string;
  problem?: string | null;
  autoComplete: 'current-password' | 'new-password';
  after?: ReactNode;
  onChange: (value: string) => void;
}

/** A passphrase, hidden until one asks to see it. */
export function SecretField(props: Props) {
  const t = useTexts().unlock;
  const [shown, setShown] = useState(false);
  const id = fieldId(props.path);
  return (
    <div className="secret-field">
      <Field>
        <Label htmlFor={id}>{props.label}</Label>
        {props.hint && <Field.Description>{props.hint}</Field.Description>}
        <Input
          id={id}
          type={shown ? 'text' : 'password'}
          value={props.value}
          autoComplete={props.autoComplete}
          spellCheck={false}
          aria-invalid={props.problem ? true : undefined}
          onChange={(event) => props.onChange(event.target.value)}
        />
        {props.after}
        {props.problem && <ValidationMessage>{props.problem}</ValidationMessage>}
      </Field>
      <Button
        variant="secondary"
        aria-pressed={shown}
        aria-label={shown ? t.hideLong : t.showLong}
        onClick={() => setShown(!shown)}
      >
        {shown ? t.hide : t.show}
      </Button>
    </div>
  );
}
