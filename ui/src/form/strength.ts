/** How strong a passphrase is, in the terms it is told: words, not points. */
export type Strength =
  | { kind: 'empty' }
  | { kind: 'words'; words: number; more: number }
  | { kind: 'short' }
  | { kind: 'strong' };

const WORDS = 5;
const SIGNS = 20;

export function strengthOf(passphrase: string): Strength {
  const words = new Set(passphrase.trim().toLowerCase().split(/\s+/).filter(Boolean)).size;
  if (words === 0) return { kind: 'empty' };
  if (words < WORDS) return { kind: 'words', words, more: WORDS - words };
  return passphrase.trim().length < SIGNS ? { kind: 'short' } : { kind: 'strong' };
}
