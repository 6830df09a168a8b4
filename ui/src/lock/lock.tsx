import { useEffect, useRef } from 'react';
import type { SessionState } from '../backend/types';
import { showLockScreen, whenUnlocked } from './lock-screen';

interface Props {
  session: SessionState;
  lockedByIdle: boolean;
  onOpen: (session: SessionState) => void;
}

/** Asks for the passphrase as long as it stands in the tree. */
export function Lock({ session, lockedByIdle, onOpen }: Props) {
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    showLockScreen(session, lockedByIdle);
    return whenUnlocked((next) => open.current(next));
  }, []);
  return null;
}
