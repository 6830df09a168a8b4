import { useRef } from 'react';

/** Runs one thing at a time: what is asked for while another runs is not begun. */
export function useAlone(): (work: () => Promise<void>) => Promise<void> {
  const busy = useRef(false);
  return async (work) => {
    if (busy.current) return;
    busy.current = true;
    await work().finally(() => {
      busy.current = false;
    });
  };
}
