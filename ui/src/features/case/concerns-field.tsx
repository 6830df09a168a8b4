import { Checkbox, ValidationMessage } from '@digdir/designsystemet-react';
import type { BreachConcern } from '../../backend/breach-types';
import { fieldId } from '../../form/field-id';
import { useTexts } from '../../texts/texts';

interface Props {
  path: string;
  chosen: readonly BreachConcern[];
  problem: string | null;
  onChange: (chosen: BreachConcern[]) => void;
}

/** What of the personal data was breached: one or more. */
export function ConcernsField({ path, chosen, problem, onChange }: Props) {
  const t = useTexts().breach;
  const id = fieldId(path);
  const told = problem ? `${id}-problem` : undefined;
  return (
    <fieldset className="kinds" id={id} tabIndex={-1} aria-describedby={told}>
      <legend>{t.concerns}</legend>
      {(['konfidensialitet', 'integritet', 'tilgjengelighet'] as const).map((each) => (
        <Checkbox
          key={each}
          value={each}
          label={t.kinds[each].label}
          description={t.kinds[each].meaning}
          aria-invalid={problem ? true : undefined}
          checked={chosen.includes(each)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))
          }
        />
      ))}
      {problem && <ValidationMessage id={told}>{problem}</ValidationMessage>}
    </fieldset>
  );
}
