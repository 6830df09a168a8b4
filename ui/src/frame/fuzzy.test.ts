import { describe, expect, it } from 'vitest';
import { fit, folded } from './fuzzy';

describe('finding by what is typed', () => {
  it('finds æ, ø and å with and without them', () => {
    expect(folded('Språk: Bokmål, Ærlig Øy')).toBe('sprak: bokmal, aerlig oy');
    expect(fit('språk', 'Språk: Nynorsk')).toBe(fit('sprak', 'Språk: Nynorsk'));
    expect(fit('ø', 'Øyeblikk')).toBeGreaterThan(0);
  });

  it('puts the beginning of the text before that of a word, and that before what stands within one', () => {
    const [text, word, within, letters] = [
      fit('fri', 'Frister'), fit('fri', 'Foreslå frist'), fit('fri', 'Svarfrist'), fit('frs', 'Frister'),
    ];
    expect(text).toBeGreaterThan(word);
    expect(word).toBeGreaterThan(within);
    expect(within).toBeGreaterThan(letters);
    expect(letters).toBeGreaterThan(0);
  });

  it('wants every word, in any order', () => {
    expect(fit('saken avgjør', 'Avgjør saken')).toBeGreaterThan(0);
    expect(fit('avgjør brevet', 'Avgjør saken')).toBe(0);
  });

  it('finds by initials that follow each other, and not by letters strewn about', () => {
    expect(fit('nhv', 'Ny henvendelse')).toBeGreaterThan(0);
    expect(fit('xyz', 'Ny henvendelse')).toBe(0);
    expect(fit('nse', 'Ny henvendelse som er kommet inn på sent hold')).toBe(0);
  });

  it('takes everything when nothing is typed', () => {
    expect(fit('  ', 'Frister')).toBe(1);
  });
});
