import { useEffect, useRef } from 'react';

const SIGNS_OF_USE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const LOOK_EVERY = 15_000;

/** Calls back once nobody has touched the window for so many minutes. A machine that slept counts as untouched. */
export function useIdle(minutes: number, onIdle: () => void): void {
  const callback = useRef(onIdle);
  callback.current = onIdle;

  useEffect(() => {
    let lastUse = Date.now();
    let told = false;
    const used = () => {
      // Coming back after the time is up must lock, not count as use.
      if (Date.now() - lastUse < minutes * 60_000) lastUse = Date.now();
    };
    const look = () => {
      if (told || Date.now() - lastUse < minutes * 60_000) return;
      told = true;
      callback.current();
    };
    for (const sign of SIGNS_OF_USE) window.addEventListener(sign, used, { passive: true });
    window.addEventListener('focus', look);
    const timer = window.setInterval(look, LOOK_EVERY);
    return () => {
      for (const sign of SIGNS_OF_USE) window.removeEventListener(sign, used);
      window.removeEventListener('focus', look);
      window.clearInterval(timer);
    };
  }, [minutes]);
}
