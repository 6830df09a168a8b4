import { Field, Input, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { fieldId } from './field-id';

interface Props {
  /** The path in the input, from which the field's id comes. */
  path: string;
  label: string;
  hint?: string;
  value: string;
  problem?: string | null;
  rows?: number;
  type?: 'text' | 'email' | 'password';
  placeholder?: string;
  autoComplete?: string;
  lang?: string;
  inputMode?: 'numeric' | 'text';
  className?: string;
  required?: boolean;
  after?: ReactNode;
  onChange: (value: string) => void;
  onBlur?: () => void;
}

export function TextField(props: Props) {
  const id = fieldId(props.path);
  const shared = {
    id,
    value: props.value,
    lang: props.lang,
    'aria-invalid': props.problem ? (true as const) : undefined,
    'aria-required': props.required || undefined,
    onBlur: props.onBlur,
  };
  return (
    <Field className={props.className}>
      <Label htmlFor={id}>{props.label}</Label>
      {props.hint && <Field.Description>{props.hint}</Field.Description>}
      {props.rows ? (
        <Textarea {...shared} rows={props.rows} onChange={(event) => props.onChange(event.target.value)} />
      ) : (
        <Input
          {...shared}
          type={props.type ?? 'text'}
          placeholder={props.placeholder}
          autoComplete={props.autoComplete ?? 'off'}
          inputMode={props.inputMode}
          spellCheck={false}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
      {props.after}
      {props.problem && <ValidationMessage>{props.problem}</ValidationMessage>}
    </Field>
  );
}
