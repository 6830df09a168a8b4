import { describe, expect, it } from 'vitest';
import { languages } from '../../texts/languages';
import { matching } from './chapters';
import { pictures } from './pictures';

describe('the guide', () => {
  it('is found by any words of a chapter, in any order', () => {
    expect(matching(languages.nb.guide, 'minnepinne')).toEqual(['backup']);
    expect(matching(languages.nb.guide, 'måneder forlenges')).toEqual(['extend']);
    expect(matching(languages.nn.guide, 'manader')).toEqual(['extend']);
    expect(matching(languages.nb.guide, 'ordetsomikkefinnes')).toEqual([]);
  });

  it.each(Object.entries(languages))('has a picture and its words for every chapter in %s', (_language, texts) => {
    const ids = matching(texts.guide, '');
    expect(ids).toEqual(Object.keys(pictures));
    for (const id of ids) expect(texts.guide.text[id].steps.length).toBeGreaterThan(2);
  });
});
