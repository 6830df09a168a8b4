import { describe, expect, it } from 'vitest';
import { languages } from './every-language';

function sentences(part: unknown, path: string): [string, string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

describe.each(Object.entries(languages))('%s', (language, texts) => {
  it.each(sentences(texts, language))('%s keeps the rules of words', (_path, words) => {
    expect(words.trim()).not.toBe('');
    expect(words).not.toMatch(/!|vennligst|"|\bdere\b/i);
  });
});
