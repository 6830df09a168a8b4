import { Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** The heading takes the focus when the screen comes, so that it is read and Tab starts there. */
  focus?: boolean;
}

export function PageTitle({ children, focus = true }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <Heading ref={heading} level={1} data-size="sm" tabIndex={-1} className="page-title">
      {children}
    </Heading>
  );
}
