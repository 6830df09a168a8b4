import type { KeyboardEvent } from 'react';
import { MenuChip } from './menu-chip';

interface Props {
  name: string;
  value: string | null;
  choices: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
  onRemove: () => void;
}

/** A chip for one of several values. */
export function FilterChip({ name, value, choices, onChoose, onRemove }: Props) {
  const chosen = value === null ? null : (choices.find((each) => each.value === value)?.label ?? value);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <MenuChip name={name} chosen={chosen} onMenuKeyDown={move} onRemove={onRemove}>
      {(finish) =>
        choices.map((choice, index) => (
          <button
            key={choice.value}
            type="button"
            className="menu-choice"
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => finish(() => onChoose(choice.value))}
          >
            {choice.label}
          </button>
        ))
      }
    </MenuChip>
  );
}
