import { describe, expect, it } from 'vitest';
import { unlessChanged } from './unless-changed';

describe('what was used', () => {
  it('gives way to what comes next', () => {
    expect(unlessChanged('saved', '')('saved')).toBe('');
  });

  it('leaves what was written meanwhile', () => {
    expect(unlessChanged('saved', '')('saved, and more')).toBe('saved, and more');
    const [used, now] = [{ on: true }, { on: true }];
    expect(unlessChanged(used, { on: false })(now)).toBe(now);
  });
});
