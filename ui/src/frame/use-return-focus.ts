import { useEffect } from 'react';

/** The focus goes back where it was when a dialog closes; where that is gone, to the heading of the screen. */
export function useReturnFocus(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
      // What opened it may be gone: a menu that closed, or a button that no longer applies.
      window.setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        (document.querySelector<HTMLElement>('main h1') ?? document.getElementById('content'))?.focus();
      });
    };
  }, []);
}
