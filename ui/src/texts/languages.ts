import type { Language } from '../backend/types';
import { en } from './en';
import { nb } from './nb';
import { nn } from './nn';

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

/** The texts in each of the languages. */
export const languages: Record<Language, Texts> = { nb, nn, en };

/** What each language calls itself, in the order in which they are offered. */
export const languageNames: readonly [Language, string][] = [
  ['nb', 'Bokmål'],
  ['nn', 'Nynorsk'],
  ['en', 'English'],
];
