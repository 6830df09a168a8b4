import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { fieldId } from './field-id';

export interface Choice {
  value: string;
  label: string;
}

interface Props {
  path: string;
  label: string;
  hint?: string;
  value: string;
  choices: readonly Choice[];
  /** The words of the empty choice; without it there is none. */
  empty?: string;
  problem?: string | null;
  required?: boolean;
  className?: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
}

export function ChoiceField(props: Props) {
  const id = fieldId(props.path);
  return (
    <Field className={props.className}>
      <Label htmlFor={id}>{props.label}</Label>
      {props.hint && <Field.Description>{props.hint}</Field.Description>}
      <Select
        id={id}
        value={props.value}
        aria-invalid={props.problem ? true : undefined}
        aria-required={props.required || undefined}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
      >
        {props.empty !== undefined && <Select.Option value="">{props.empty}</Select.Option>}
        {props.choices.map((choice) => (
          <Select.Option key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Option>
        ))}
      </Select>
      {props.problem && <ValidationMessage>{props.problem}</ValidationMessage>}
    </Field>
  );
}

/** The choices of a record of codes and words, in its order. */
export function choicesOf(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
