import { describe, expect, it } from 'vitest';
import { languages } from '../../texts/every-language';
import { matching } from './chapters';
import { pictures } from './pictures';

describe('the guide', () => {
  it('is found by any words of a chapter, in any order', () => {
    expect(matching(languages.nb.guide, 'minnepinne')).toEqual(['backup']);
    expect(matching(languages.nb.guide, 'måneder forlenges')).toEqual(['extend']);
    expect(matching(languages.nn.guide, 'manader')).toEqual(['extend']);
    expect(matching(languages.nb.guide, 'margen')).toEqual(['forecast']);
    expect(matching(languages.en.guide, 'section 18')).toEqual(['inbox']);
    expect(matching(languages.nb.guide, 'ordetsomikkefinnes')).toEqual([]);
  });

  it.each(Object.entries(languages))('has the words for every chapter and its picture in %s', (_language, texts) => {
    for (const id of matching(texts.guide, '')) {
      const { steps, picture } = texts.guide.text[id];
      expect(steps.length).toBeGreaterThan(2);
      expect(picture).not.toBe('');
    }
  });

  it('has a picture for every chapter, and no other', () => {
    expect(Object.keys(pictures).sort()).toEqual([...matching(languages.nb.guide, '')].sort());
  });
});
