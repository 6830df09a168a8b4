import type { Language } from '../backend/types';
import type { nb } from './nb';

type Widened<Part> = Part extends string
  ? string
  : Part extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Key in keyof Part]: Widened<Part[Key]> };

/**
 * Every text of the window. Bokmål is the form that the others must fill: a
 * language that lacks a text, or has one too many, does not compile.
 */
export type Texts = Widened<typeof nb>;

const ways: Record<Language, () => Promise<Texts>> = {
  nb: async () => (await import('./nb')).nb,
  nn: async () => (await import('./nn')).nn,
  en: async () => (await import('./en')).en,
};

const read: Partial<Record<Language, Texts>> = {};

/** Reads the texts of a language, so that the page can be written in it. Most users read one language all day, so no other is held. */
export async function readLanguage(language: Language): Promise<void> {
  read[language] ??= await ways[language]();
}

/** The texts of a language that is read: one that is shown always is. */
export function textsOf(language: Language): Texts {
  const texts = read[language];
  if (!texts) throw new Error(`The texts in ${language} are not read.`);
  return texts;
}

/** What each language calls itself, in the order in which they are offered. */
export const languageNames: readonly [Language, string][] = [
  ['nb', 'Bokmål'],
  ['nn', 'Nynorsk'],
  ['en', 'English'],
];
