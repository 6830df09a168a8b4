import { Button, Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Registers } from '../../backend/types';
import { useTexts } from '../../texts/texts';
import { withEverything, type IntakeDraft } from './draft';

interface Props {
  draft: IntakeDraft;
  catalogue: Registers;
  change: (changed: Partial<IntakeDraft>) => void;
}

/** «Alt dere har om meg»: which registers that is follows from the roles that the person has had. */
export function Everything({ draft, catalogue, change }: Props) {
  const t = useTexts().intake.becomes.everything;
  const [open, setOpen] = useState(false);
  const [roles, setRoles] = useState<readonly string[]>([]);
  const found = catalogue.registers.filter(
    (each) => each.answered_here && each.roles.some((role) => roles.includes(role)),
  );
  const toggle = (role: string) =>
    setRoles(roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role]);
  const add = () => {
    change(withEverything(draft, found.map((each) => each.id)));
    setOpen(false);
    setRoles([]);
  };
  return (
    <div className="everything">
      <Button variant="secondary" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.open}
      </Button>
      {open && (
        <fieldset className="kinds everything-roles">
          <legend>{t.legend}</legend>
          {catalogue.roles.map((role) => (
            <Checkbox
              key={role.id}
              label={role.label}
              checked={roles.includes(role.id)}
              onChange={() => toggle(role.id)}
            />
          ))}
          <p className="secondary">{t.found(found.map((each) => each.short || each.names.nb))}</p>
          <div>
            <Button variant="secondary" aria-disabled={found.length === 0} onClick={() => found.length > 0 && add()}>
              {t.add(found.length)}
            </Button>
          </div>
        </fieldset>
      )}
    </div>
  );
}
