import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { keepInside } from './keep-inside';

/**
 * A menu behind a button: it closes when something else is pressed or focused, and by Escape, which gives the button the focus.
 * Once open it stands inside the window, with the focus on the first of what `first` names.
 */
export function usePopover(first?: string) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = open ? box.current?.querySelector<HTMLElement>('.menu') : null;
    if (!menu) return;
    keepInside(menu);
    if (first) menu.querySelector<HTMLElement>(first)?.focus();
  }, [open]);
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return { open, setOpen, box, onKeyDown };
}
