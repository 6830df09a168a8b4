import type { Command } from './frame/commands';

/** A case that is opened by its number, as far as one has to type it: 2026/12 is 2026/00012-a. */
export function caseNumber(typed: string): string | null {
  const found = /^\s*(\d{4})\s*\/\s*(\d{1,5})(?:\s*-\s*([a-z]{1,2}))?\s*$/i.exec(typed);
  if (!found) return null;
  const [, year, number = '', letter = 'a'] = found;
  return `${year}/${number.padStart(5, '0')}-${letter.toLowerCase()}`;
}

/** The command that a typed case number is. */
export function openTyped(typed: string, words: (number: string) => string, open: (number: string) => void): Command[] {
  const number = caseNumber(typed);
  if (number === null) return [];
  return [{ id: 'typed-case', group: 'cases', label: words(number), also: typed, run: () => open(number) }];
}
