import { timeOrNull } from '../dates/parse';
import { useTexts, type Texts } from '../texts/texts';
import { TextField } from './text-field';

/** What is wrong with a typed time of day, in words; null when it is one. */
export function timeProblem(t: Texts, typed: string): string | null {
  if (!typed.trim()) return t.frame.time.missing;
  return timeOrNull(typed) ? null : t.frame.time.unreadable;
}

interface Props {
  path: string;
  label: string;
  value: string;
  problem?: string | null;
  onChange: (value: string) => void;
}

export function TimeField(props: Props) {
  const t = useTexts();
  return <TextField {...props} placeholder={t.frame.time.placeholder} />;
}
