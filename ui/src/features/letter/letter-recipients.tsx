import { Checkbox, Radio } from '@digdir/designsystemet-react';
import type { LetterDraft } from '../../backend/letter-types';
import { useTexts } from '../../texts/texts';

interface Props {
  choices: LetterDraft['choices'];
  /** Whom the letter goes to as it stands. */
  to: string;
  copies: readonly string[];
  onChoose: (chosen: { to: string; copies: string[] }) => void;
}

/** Whom the letter goes to, where somebody acts for the person, and who gets a copy. Whoever may not have it stays, with why. */
export function LetterRecipients({ choices, to, copies, onChoose }: Props) {
  const t = useTexts().letter.recipients;
  if (choices.length === 0) return null;
  const other = choices.find((each) => each.id !== to);
  return (
    <fieldset className="letter-cases">
      <legend>{t.title}</legend>
      {choices.map((each) => (
        <Radio
          key={each.id}
          name="letter-to"
          value={each.id}
          label={each.label}
          {...(each.barred ? { description: each.barred } : {})}
          checked={each.id === to}
          onChange={() => onChoose({ to: each.id, copies: [] })}
        />
      ))}
      {other && (
        <Checkbox
          label={t.copy(other.label.toLowerCase())}
          value={other.id}
          checked={copies.includes(other.id)}
          onChange={(event) => onChoose({ to, copies: event.target.checked ? [other.id] : [] })}
        />
      )}
    </fieldset>
  );
}
