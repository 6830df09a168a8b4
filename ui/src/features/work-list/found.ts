/** What is searched for: words in the cases, a number that a case goes by, or one person by the whole identity number. */
export type Found =
  | { kind: 'words'; words: string }
  | { kind: 'number'; number: string }
  | { kind: 'person'; number: string };

const IDENTITY_NUMBER = /^\d{11}$/;
/** «2026/00012», «2026/00012-a», «26/04711», «NAV-2026-881»: one word with a stroke between digits, and enough of them. */
const CASE_NUMBER = /^\p{L}*[-/]?\d{2,4}\/\d+(-[\p{L}\d]+)?$/u;
const OTHER_NUMBER = /^[\p{L}\d]+([-/.][\p{L}\d]+)+$/u;
const FEWEST_DIGITS = 4;

/** What the typed text asks for; null when there is nothing to search for. */
export function wantedOf(typed: string): Found | null {
  const words = typed.trim().replaceAll(/\s+/g, ' ');
  if (words === '') return null;
  const digits = words.replaceAll(' ', '');
  if (IDENTITY_NUMBER.test(digits)) return { kind: 'person', number: digits };
  const number = CASE_NUMBER.test(words) || (OTHER_NUMBER.test(words) && words.replaceAll(/\D/g, '').length >= FEWEST_DIGITS);
  return number ? { kind: 'number', number: words } : { kind: 'words', words };
}
