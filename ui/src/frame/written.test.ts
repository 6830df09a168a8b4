import { describe, expect, it } from 'vitest';
import { Written } from './written';

const add = (word: string) => (before: readonly string[]) => [...before, word];
const none: readonly string[] = [];

describe('what is being written', () => {
  it('is changed as it is now, also by a part of the screen that is gone', () => {
    const written = new Written();
    const late = add('fil');
    written.change('intake', none, add('ord'));
    written.change('intake', none, late);
    expect(written.read('intake', none)).toEqual(['ord', 'fil']);
  });

  it('is seen by everybody who shows it, until they are gone', () => {
    const written = new Written();
    const seen: string[] = [];
    const stop = written.watch('note', () => seen.push(written.read('note', '')));
    written.change('note', '', 'Ringte.');
    written.forget('note', '');
    written.change('other', '', 'x');
    stop();
    written.change('note', '', 'Ringte igjen.');
    expect(seen).toEqual(['Ringte.', '']);
  });

  it('is not forgotten where more was written since it was used', () => {
    const written = new Written();
    written.change('note', '', 'Ringte. Hun svarte');
    expect(written.forget('note', '', 'Ringte.')).toBe(false);
    expect(written.read('note', '')).toBe('Ringte. Hun svarte');
    expect(written.forget('note', '', 'Ringte. Hun svarte')).toBe(true);
    expect(written.read('note', '')).toBe('');
  });

  it('is given back to whoever wrote it, once, and not over what stands there', () => {
    const written = new Written();
    written.change('note', '', 'noen andres');
    written.handOver([
      { key: 'note', text: '"mitt"', kept_at: '2026-02-27T08:00:00Z' },
      { key: 'reason', text: '"kept"', kept_at: '2026-02-27T08:00:00Z' },
    ]);
    expect(written.read('note', '')).toBe('');
    written.giveBack('note', '');
    expect(written.read('note', '')).toBe('mitt');
    written.forget('note', '');
    written.giveBack('note', '');
    expect(written.read('note', '')).toBe('');
    written.change('reason', '', 'newer');
    written.giveBack('reason', '');
    expect(written.read('reason', '')).toBe('newer');
  });
});
