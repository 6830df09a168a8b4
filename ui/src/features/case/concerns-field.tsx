import { Checkbox, ValidationMessage } from '@digdir/designsystemet-react';
import type { BreachConcern } from '../../backend/breach-types';
import { useTexts } from '../../texts/texts';

interface Props {
  chosen: readonly BreachConcern[];
  problem: string | null;
  onChange: (chosen: BreachConcern[]) => void;
}

/** What of the personal data was breached: one or more. */
export function ConcernsField({ chosen, problem, onChange }: Props) {
  const t = useTexts().breach;
  return (
    <fieldset className="kinds">
      <legend>{t.concerns}</legend>
      {(['konfidensialitet', 'integritet', 'tilgjengelighet'] as const).map((id) => (
        <Checkbox
          key={id}
          value={id}
          label={t.kinds[id].label}
          description={t.kinds[id].meaning}
          checked={chosen.includes(id)}
          onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
        />
      ))}
      {problem && <ValidationMessage>{problem}</ValidationMessage>}
    </fieldset>
  );
}
