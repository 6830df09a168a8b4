import { Chip } from '@digdir/designsystemet-react';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import { useEffect, useId, useRef, useState } from 'react';
import { keepInside } from '../../frame/keep-inside';
import { useTexts } from '../../texts/texts';

interface Props {
  name: string;
  value: string | null;
  choices: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
  onRemove: () => void;
}

/** A chip that opens a list; once chosen it turns blue, and pressing it takes the filter away. */
export function FilterChip({ name, value, choices, onChoose, onRemove }: Props) {
  const t = useTexts().workList;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const menu = box.current?.querySelector<HTMLElement>('.menu');
    if (menu) keepInside(menu);
    menu?.querySelector<HTMLElement>('button')?.focus();
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

  const focusChip = () => setTimeout(() => box.current?.querySelector<HTMLElement>('.ds-chip')?.focus());
  if (value !== null) {
    const words = `${name}: ${choices.find((each) => each.value === value)?.label ?? value}`;
    return (
      <div ref={box}>
        <Chip.Removable
          data-color="accent"
          aria-label={t.remove(words)}
          onClick={() => {
            onRemove();
            focusChip();
          }}
        >
          {words}
        </Chip.Removable>
      </div>
    );
  }
  const move = (step: number) => {
    const buttons = [...(box.current?.querySelectorAll<HTMLElement>('.menu button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      className="filter-chip"
      ref={box}
      onKeyDown={(event) => {
        if (!open) return;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
        else if (event.key === 'Escape') {
          setOpen(false);
          focusChip();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Chip.Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {name}
        <ChevronDownIcon aria-hidden />
      </Chip.Button>
      {open && (
        <div id={id} className="menu" role="group" aria-label={name}>
          {choices.map((choice, index) => (
            <button
              key={choice.value}
              type="button"
              className="menu-choice"
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => {
                setOpen(false);
                onChoose(choice.value);
                focusChip();
              }}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
