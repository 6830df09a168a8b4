import { describe, expect, it } from 'vitest';
import { inShape, placeOfKept, readKept } from './unsaved';

const kept = (key: string, text: string) => ({ key, text, kept_at: '2026-02-27T08:00:00Z' });

describe('what was kept', () => {
  it('is read as it was, and what is no document is left out', () => {
    expect(readKept([kept('note 2026/00001-a', '"Hei"'), kept('intake', '{'), kept('intake', '{"text":"å"}')])).toEqual([
      ['note 2026/00001-a', 'Hei'],
      ['intake', { text: 'å' }],
    ]);
  });

  it('takes the shape that the page has now', () => {
    expect(inShape({ text: 'skrevet' }, { text: '', later: [] })).toEqual({ text: 'skrevet', later: [] });
    expect(inShape('skrevet', '')).toBe('skrevet');
    expect(inShape('skrevet', { text: '' })).toBeNull();
    expect(inShape({ text: '' }, '')).toBeNull();
    expect(inShape(['a'], { text: '' })).toBeNull();
    expect(inShape(null, { text: '' })).toBeNull();
  });

  it('knows where it belongs', () => {
    expect(placeOfKept('intake')).toEqual({ name: 'intake' });
    expect(placeOfKept('note 2026/00001-a')).toEqual({ name: 'case', case: '2026/00001-a', tab: 'notes' });
    expect(placeOfKept('decision 2026/00001-a')).toEqual({ name: 'case', case: '2026/00001-a', tab: 'checks' });
    expect(placeOfKept('letter 2026/00001-a answer ')).toEqual({ name: 'case', case: '2026/00001-a', tab: 'letters' });
  });
});
