import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import type { Register, Registers } from '../../backend/types';
import { useTexts } from '../../texts/texts';
import { toggled, type IntakeDraft } from './draft';
import { OtherRights } from './other-rights';

/** The rights that most people ask for have a column; the rest are under Andre. */
const COLUMNS = ['innsyn', 'innsyn-logg', 'retting', 'sletting', 'begrensning', 'protest'];

interface Props {
  draft: IntakeDraft;
  catalogue: Registers;
  change: (changed: Partial<IntakeDraft>) => void;
}

/** One row per register that was added, one column per right. Every right can be claimed; the rare ones look it. */
export function Matrix({ draft, catalogue, change }: Props) {
  const t = useTexts().intake.becomes;
  const labelOf = (right: string) => catalogue.rights.find((each) => each.id === right)?.label ?? right;
  const columns = COLUMNS.filter((right) => catalogue.rights.some((each) => each.id === right));
  const others = catalogue.rights.filter((each) => !columns.includes(each.id));
  const rows = draft.registers
    .map((id) => catalogue.registers.find((each) => each.id === id))
    .filter((each): each is Register => each !== undefined);
  if (rows.length === 0) return null;

  const has = (register: string, right: string) =>
    draft.demands.some((each) => each.register === register && each.right === right);
  const remove = (register: string) =>
    change({
      registers: draft.registers.filter((each) => each !== register),
      demands: draft.demands.filter((each) => each.register !== register),
    });

  return (
    <div className="matrix-frame">
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{t.register}</th>
            {columns.map((right) => (
              <th scope="col" key={right}>
                {labelOf(right)}
              </th>
            ))}
            <th scope="col">{t.others}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((register) => {
            const name = register.short || register.names.nb;
            return (
              <tr key={register.id}>
                <th scope="row" title={register.names.nb}>
                  {name}
                </th>
                {columns.map((right) => (
                  <td key={right} data-label={labelOf(right)}>
                    <label className="tick-target" title={register.rights.includes(right) ? undefined : t.unusual}>
                      <input
                        type="checkbox"
                        className="ds-input"
                        data-unusual={register.rights.includes(right) ? undefined : ''}
                        aria-label={t.demand(labelOf(right), name)}
                        checked={has(register.id, right)}
                        onChange={() => change(toggled(draft, register.id, right))}
                      />
                    </label>
                  </td>
                ))}
                <td data-label={t.others}>
                  <OtherRights
                    label={t.otherRights(name)}
                    rights={others}
                    chosen={others.filter((each) => has(register.id, each.id)).map((each) => each.id)}
                    onToggle={(right) => change(toggled(draft, register.id, right))}
                  />
                </td>
                <td>
                  <Button
                    variant="tertiary"
                    icon
                    className="small-button"
                    aria-label={t.removeRegister(name)}
                    onClick={() => remove(register.id)}
                  >
                    <XMarkIcon aria-hidden />
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
