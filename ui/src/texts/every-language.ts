import type { Language } from '../backend/types';
import { en } from './en';
import type { Texts } from './languages';
import { nb } from './nb';
import { nn } from './nn';

/** The texts in every language at once, for tests. The page reads the one it is written in. */
export const languages: Record<Language, Texts> = { nb, nn, en };
