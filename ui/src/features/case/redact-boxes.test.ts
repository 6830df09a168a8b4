import { describe, expect, it } from 'vitest';
import { around, between, changed, covers } from './redact-boxes';

const word = { text: 'Kari', left: 72, top: 100, width: 20, height: 12, line: 1 };
const page = { width: 595, height: 842, words: [word] };
const box = around(word, 1, 'gdpr-15-4');

describe('boxes', () => {
  it('cover the word that they are made for', () => {
    expect(covers(box, word)).toBe(true);
    expect(covers(box, { ...word, left: 80 })).toBe(false);
  });

  it('move and grow by steps, and stay on the page', () => {
    expect(changed(box, page, 2, -2, false)).toMatchObject({ left: box.left + 2, top: box.top - 2, width: box.width });
    expect(changed(box, page, -1000, 5000, false)).toMatchObject({ left: 0, top: 842 - box.height });
    expect(changed(box, page, 4, 0, true).width).toBe(box.width + 4);
    expect(changed(box, page, -1000, -1000, true)).toMatchObject({ width: 3, height: 3 });
    expect(changed(box, page, 5000, 0, true).width).toBe(595 - box.left);
  });

  it('are drawn from any corner, and a click draws none', () => {
    expect(between(2, 'x', [50, 60], [20, 10])).toMatchObject({ page: 2, left: 20, top: 10, width: 30, height: 50 });
    expect(between(2, 'x', [50, 60], [51, 61])).toBeNull();
  });
});
