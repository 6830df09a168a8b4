import { describe, expect, it } from 'vitest';
import { begun, ended, type Bringing } from './use-files';

const none: Bringing = { underWay: 0, refused: [] };

describe('files that are brought', () => {
  it('are refused in words that the end of another bringing does not wipe', () => {
    const both = begun(begun(none));
    const second = ended(both, ['Filen er en nettside.']);
    expect(second).toEqual({ underWay: 1, refused: ['Filen er en nettside.'] });
    expect(ended(second, [])).toEqual({ underWay: 0, refused: ['Filen er en nettside.'] });
  });

  it('leave what was told when others come while they are looked into, and not when all is done', () => {
    const told = ended(begun(begun(none)), ['Filen er et program.']);
    expect(begun(told).refused).toEqual(['Filen er et program.']);
    expect(begun(ended(told, [])).refused).toEqual([]);
  });
});
