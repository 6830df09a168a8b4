import { useEffect, useRef } from 'react';

/**
 * Whether the part is still on the screen. What waits for an answer asks it
 * before it closes, opens or moves anything: by then the user may be elsewhere.
 */
export function useStillHere(): () => boolean {
  const here = useRef(false);
  const ask = useRef(() => here.current);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return ask.current;
}
