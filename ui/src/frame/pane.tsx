import type { ReactNode } from 'react';

interface Props {
  label: string;
  className?: string;
  as?: 'section' | 'aside' | 'div';
  children: ReactNode;
}

/** A part of the screen that scrolls by itself and that F6 goes to. */
export function Pane({ label, className, as: Part = 'section', children }: Props) {
  return (
    <Part data-pane="" tabIndex={-1} aria-label={label} className={`pane ${className ?? ''}`}>
      {children}
    </Part>
  );
}
