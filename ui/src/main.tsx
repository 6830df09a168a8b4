import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import type { SessionState } from './backend/types';

/** Draws the page. Without a session the page asks for it itself, and tells what is wrong if there is no answer. */
export function open(session: SessionState | null) {
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App first={session} />
      </StrictMode>,
    );
}
