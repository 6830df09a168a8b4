import { expect, it } from 'vitest';
import { strengthOf } from './strength';

it.each([
  ['', { kind: 'empty' }],
  ['gran', { kind: 'words', words: 1, more: 4 }],
  ['gran furu bjerk rogn', { kind: 'words', words: 4, more: 1 }],
  ['gran gran gran gran gran', { kind: 'words', words: 1, more: 4 }],
  ['a b c d e', { kind: 'short' }],
  ['gran furu bjerk rogn selje', { kind: 'strong' }],
])('«%s»', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toEqual(strength);
});
