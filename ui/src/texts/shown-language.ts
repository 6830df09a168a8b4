import type { Language } from '../backend/types';
import { readLanguage } from './languages';

type Listener = () => void;

const listeners = new Set<Listener>();
let language: Language = languageOfSystem();

/** Before anybody has chosen, whoever has a system in nynorsk meets nynorsk, and everybody else bokmål. */
export function languageOfSystem(): Language {
  return typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('nn') ? 'nn' : 'nb';
}

/** The language that the page is written in just now. */
export const shownLanguage = (): Language => language;

let wanted: Language = language;

/** Writes the page in a language as soon as its texts are read. Who has chosen another meanwhile gets that. */
export async function showLanguage(next: Language): Promise<void> {
  wanted = next;
  await readLanguage(next);
  if (wanted !== next) return;
  document.documentElement.lang = next;
  if (next === language) return;
  language = next;
  for (const tell of listeners) tell();
}

/** Tells when the language changes; gives what ends that. */
export function onLanguage(tell: Listener): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
