import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-500.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/latin-ext-400.css';
import '@fontsource/inter/latin-ext-500.css';
import '@fontsource/inter/latin-ext-600.css';
import '@digdir/designsystemet-css/theme.css';
import '@digdir/designsystemet-css';
import './frame/variables.css';
import './frame/frame.css';
import './frame/elements.css';
import './form/form.css';
import './marks/marks.css';
import './lock/lock.css';
import { preferencesSet, sessionState } from './backend/commands';
import type { SessionState } from './backend/types';
import { showLockScreen } from './lock/lock-screen';
import { showLanguage, shownLanguage } from './texts/shown-language';

// The screen that asks for the passphrase stands before the rest of the page is read, and the rest is read while the
// passphrase is typed.
async function start() {
  await showLanguage(shownLanguage());
  // The core begins in bokmål.
  if (shownLanguage() !== 'nb') await preferencesSet({ language: shownLanguage() }).catch(() => undefined);
  const session: SessionState | null = await sessionState().catch(() => null);
  if (session?.state === 'locked') {
    showLockScreen(session);
    await painted();
  }
  const { open } = await import('./main');
  open(session);
}

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

void start();
