import { parseDate } from '../dates/parse';
import type { Texts } from '../texts/texts';
import { useTexts } from '../texts/texts';
import { TextField } from './text-field';

/** What is wrong with a typed date, in words; null when it is a date, or empty and allowed to be. */
export function dateProblem(t: Texts, typed: string, required: boolean): string | null {
  const date = parseDate(typed);
  switch (date.kind) {
    case 'date':
      return null;
    case 'empty':
      return required ? t.frame.date.missing : null;
    case 'unreadable':
      return t.frame.date.unreadable;
    case 'impossible':
      return t.frame.date.impossible;
  }
}

interface Props {
  path: string;
  label: string;
  hint?: string;
  value: string;
  problem?: string | null;
  required?: boolean;
  className?: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
}

export function DateField(props: Props) {
  const t = useTexts();
  return <TextField {...props} placeholder={t.frame.date.placeholder} />;
}
