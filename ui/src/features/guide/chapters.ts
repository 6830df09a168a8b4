import { folded } from '../../frame/fuzzy';
import type { Texts } from '../../texts/texts';

export type ChapterId = keyof Texts['guide']['text'];
type Chapter = Texts['guide']['text'][ChapterId];

/** The chapters that have every word that is looked for, in their order. */
export function matching(guide: Texts['guide'], typed: string): ChapterId[] {
  const words = folded(typed).split(/\s+/).filter((word) => word !== '');
  return (Object.keys(guide.text) as ChapterId[]).filter((id) => {
    const text = folded(wordsOf(guide.text[id]));
    return words.every((word) => text.includes(word));
  });
}

const wordsOf = ({ title, intro, steps, tips }: Chapter): string => [title, intro, ...steps, ...tips].join(' ');
