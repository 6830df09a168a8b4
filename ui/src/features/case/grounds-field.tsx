import { Checkbox } from '@digdir/designsystemet-react';
import type { GroundAnswer } from '../../backend/types';
import { useTexts } from '../../texts/texts';

interface Props {
  grounds: readonly GroundAnswer[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The grounds that the outcome can rest on, each with the provision that it is found in. */
export function GroundsField({ grounds, chosen, onChange }: Props) {
  const t = useTexts().case.actions.decide;
  return (
    <fieldset className="kinds">
      <legend>{t.grounds}</legend>
      {grounds.map((ground) => (
        <Checkbox
          key={ground.id}
          value={ground.id}
          label={ground.label}
          description={ground.doubtful ? `${ground.source}. ${t.doubtful}` : ground.source}
          checked={chosen.includes(ground.id)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, ground.id] : chosen.filter((id) => id !== ground.id))
          }
        />
      ))}
    </fieldset>
  );
}
