import { ChevronDownIcon } from '@navikt/aksel-icons';
import { useId } from 'react';
import { usePopover } from '../../frame/use-popover';

interface Props {
  label: string;
  rights: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onToggle: (right: string) => void;
}

/** The rarer rights of one register, as check boxes behind one button. */
export function OtherRights({ label, rights, chosen, onToggle }: Props) {
  const { open, setOpen, box, onKeyDown } = usePopover();
  const id = useId();

  return (
    <div
      className="other-rights"
      ref={box}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        className="menu-button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {chosen.length > 0 && <span className="figures">{chosen.length}</span>}
        <ChevronDownIcon aria-hidden />
      </button>
      {open && (
        <div id={id} className="menu" role="group" aria-label={label}>
          {rights.map((right) => (
            <label key={right.id}>
              <input
                type="checkbox"
                className="ds-input"
                checked={chosen.includes(right.id)}
                onChange={() => onToggle(right.id)}
              />
              {right.label}
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
