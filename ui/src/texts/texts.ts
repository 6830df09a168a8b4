import { useSyncExternalStore } from 'react';
import type { Language } from '../backend/types';
import { textsOf, type Texts } from './languages';
import { onLanguage, shownLanguage } from './shown-language';

export type { Texts };

/** The language of the page; that of a letter is its reader's. */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, shownLanguage);

export const useTexts = (): Texts => textsOf(useLanguage());
