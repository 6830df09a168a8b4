import { Chip } from '@digdir/designsystemet-react';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import { useId, type KeyboardEventHandler, type ReactNode } from 'react';
import { usePopover } from '../../frame/use-popover';
import { useTexts } from '../../texts/texts';

interface Props {
  name: string;
  /** What is chosen, in words; null where nothing is. */
  chosen: string | null;
  className?: string;
  onMenuKeyDown?: KeyboardEventHandler;
  onRemove: () => void;
  /** What stands in the menu; what is chosen there is handed on with the menu closed. */
  children: (finish: (choose: () => void) => void) => ReactNode;
}

/** A chip that opens a menu; once something is chosen it turns blue, and pressing it takes the filter away. */
export function MenuChip({ name, chosen, className = '', onMenuKeyDown, onRemove, children }: Props) {
  const t = useTexts().workList;
  const { open, setOpen, box, onKeyDown } = usePopover('button, input');
  const id = useId();
  const focusChip = () => setTimeout(() => box.current?.querySelector<HTMLElement>('.ds-chip')?.focus());
  if (chosen !== null) {
    const words = `${name}: ${chosen}`;
    const remove = () => {
      onRemove();
      focusChip();
    };
    return (
      <div ref={box}>
        <Chip.Removable data-color="accent" aria-label={t.remove(words)} onClick={remove}>
          {words}
        </Chip.Removable>
      </div>
    );
  }
  const finish = (choose: () => void) => {
    setOpen(false);
    choose();
    focusChip();
  };
  return (
    <div className="filter-chip" ref={box} onKeyDown={onKeyDown}>
      <Chip.Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {name}
        <ChevronDownIcon aria-hidden />
      </Chip.Button>
      {open && (
        <div id={id} className={`menu ${className}`} role="group" aria-label={name} onKeyDown={onMenuKeyDown}>
          {children(finish)}
        </div>
      )}
    </div>
  );
}
