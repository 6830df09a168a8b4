import type { ReactNode } from 'react';

interface Props {
  label: string;
  className?: string;
  as?: 'section' | 'aside' | 'div';
  /** A tab stop of its own: for a pane that scrolls and may hold nothing else to stop at. */
  stop?: boolean;
  children: ReactNode;
}

/** A part of the screen that scrolls by itself and that F6 goes to. */
export function Pane({ label, className, as: Part = 'section', stop = false, children }: Props) {
  return (
    <Part data-pane="" tabIndex={stop ? 0 : -1} aria-label={label} className={`pane ${className ?? ''}`}>
      {children}
    </Part>
  );
}
