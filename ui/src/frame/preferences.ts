import { preferencesSet } from '../backend/commands';
import type { Preferences, Theme } from '../backend/settings-types';
import type { Language, SessionState } from '../backend/types';
import { languageOfSystem, showLanguage } from '../texts/shown-language';
import { showTheme } from './theme';

/** What was chosen while nobody had unlocked the store. It becomes the choice of whoever unlocks it. */
let whileLocked: Partial<Preferences> = {};

/** Writes the page in another language. The core is told first, so that what is asked for next comes in it. */
export async function chooseLanguage(language: Language, locked = false): Promise<void> {
  if (locked) whileLocked = { ...whileLocked, language };
  // A store that cannot keep the choice is no reason to leave the page unreadable.
  await preferencesSet({ language }).catch(() => undefined);
  await showLanguage(language);
}

/** Draws the page in other colours. */
export async function chooseTheme(theme: Theme): Promise<void> {
  showTheme(theme);
  await preferencesSet({ theme }).catch(() => undefined);
}

/** Shows an opened store as its user wants it: as chosen on the way in, or else as it was kept. */
export async function followUser(session: SessionState): Promise<void> {
  if (session.state !== 'open') return;
  const kept = session.preferences;
  const language = whileLocked.language ?? kept.language ?? languageOfSystem();
  whileLocked = {};
  if (language !== kept.language) await preferencesSet({ language }).catch(() => undefined);
  await showLanguage(language);
  // What was pressed meanwhile has been this user's choice already, and is not the next one's.
  whileLocked = {};
  showTheme(kept.theme ?? 'system');
}
