import { createContext, useContext } from 'react';
import { languages, type Texts } from './languages';

export type { Texts };

export const TextsContext = createContext<Texts>(languages.nb);

export const useTexts = (): Texts => useContext(TextsContext);
