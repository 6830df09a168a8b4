/** What is searched for: words in the requests, or one person by the whole identity number. */
export type Found = { kind: 'words'; words: string } | { kind: 'person'; number: string };

const IDENTITY_NUMBER = /^\d{11}$/;

/** What the typed text asks for; null when there is nothing to search for. */
export function wantedOf(typed: string): Found | null {
  const words = typed.trim().replaceAll(/\s+/g, ' ');
  if (words === '') return null;
  const digits = words.replaceAll(' ', '');
  return IDENTITY_NUMBER.test(digits) ? { kind: 'person', number: digits } : { kind: 'words', words };
}
