import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);
const MessageContext = createContext('');

/** How long a message stays; what it tells of stands in the case as well. */
const STAYS = 30_000;

/** Holds the last message: a finished action is a line in the status line, and is spoken. */
export function Announcer({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('');
  const announce = useCallback((words: string) => setMessage(words), []);
  useEffect(() => {
    if (message === '') return;
    const timer = window.setTimeout(() => setMessage(''), STAYS);
    return () => window.clearTimeout(timer);
  }, [message]);
  return (
    <AnnounceContext.Provider value={announce}>
      <MessageContext.Provider value={message}>{children}</MessageContext.Provider>
    </AnnounceContext.Provider>
  );
}

export const useAnnounce = () => useContext(AnnounceContext);
export const useAnnounced = () => useContext(MessageContext);
