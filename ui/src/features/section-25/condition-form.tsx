import { ToggleGroup, ValidationMessage } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { Check, CheckResult } from '../../backend/types';
import { TextField } from '../../form/text-field';
import { choicesOf } from '../../form/choice-field';
import { useTexts } from '../../texts/texts';

/** What has been chosen and written about a condition, and not saved yet. */
export interface Answer {
  result: CheckResult | null;
  note: string;
}

export const noAnswer: Answer = { result: null, note: '' };

interface Props {
  check: Check;
  answer: Answer;
  missing: boolean;
  onChange: (answer: Answer) => void;
}

/** The next condition, asked in the words of the catalogue, with its source beside it. */
export function ConditionForm({ check, answer, missing, onChange }: Props) {
  const texts = useTexts();
  const t = texts.section25.assessment;
  const question = useId();
  return (
    <div className="condition-form">
      <div>
        <p id={question} className="condition-question">
          {check.text}
        </p>
        {check.source && <p className="secondary">{check.source}</p>}
      </div>
      <div>
        <ToggleGroup
          aria-labelledby={question}
          data-value={answer.result ?? ''}
          {...(answer.result ? { value: answer.result } : {})}
          onChange={(result) => onChange({ ...answer, result: result as CheckResult })}
        >
          {choicesOf(texts.codes.result).map((choice) => (
            <ToggleGroup.Item key={choice.value} value={choice.value}>
              {choice.label}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
        {missing && <ValidationMessage>{t.missing}</ValidationMessage>}
      </div>
      <TextField
        path="condition.note"
        label={t.note}
        hint={t.noteHint}
        rows={3}
        value={answer.note}
        onChange={(note) => onChange({ ...answer, note })}
      />
    </div>
  );
}
