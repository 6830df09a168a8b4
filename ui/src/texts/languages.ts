import { nb } from './nb';

type Widened<Part> = Part extends string
  ? string
  : Part extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Key in keyof Part]: Widened<Part[Key]> };

/**
 * Every text of the window. Bokmål is the form the others must fill: a
 * language that lacks a text, or has one too many, does not compile.
 */
export type Texts = Widened<typeof nb>;

/** The finished languages. A language is listed when all its texts are there. */
export const languages: { nb: Texts } = { nb };
