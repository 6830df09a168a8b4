import type { Theme } from '../backend/settings-types';

let theme: Theme = 'system';
const listeners = new Set<() => void>();

export const shownTheme = (): Theme => theme;

/** Draws the page in other colours, at once. */
export function showTheme(next: Theme): void {
  theme = next;
  document.documentElement.dataset.colorScheme = next === 'system' ? 'auto' : next;
  for (const tell of listeners) tell();
}

export function onTheme(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
