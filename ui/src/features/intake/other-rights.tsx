import { ChevronDownIcon } from '@navikt/aksel-icons';
import { useEffect, useId, useRef, useState } from 'react';

interface Props {
  label: string;
  rights: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onToggle: (right: string) => void;
}

/** The rarer rights of one register, as check boxes behind one button. */
export function OtherRights({ label, rights, chosen, onToggle }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  return (
    <div
      className="other-rights"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
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
