import { expect, it } from 'vitest';
import { piecesOf } from './plain-text';

it('headings, paragraphs and lists are told apart', () => {
  expect(piecesOf('## Reglar\n\nDu kan klage.\n\n- éin\n- to\n\n1. først')).toEqual([
    { kind: 'heading', text: 'Reglar' },
    { kind: 'paragraph', text: 'Du kan klage.' },
    { kind: 'list', ordered: false, items: ['éin', 'to'] },
    { kind: 'list', ordered: true, items: ['først'] },
  ]);
});
