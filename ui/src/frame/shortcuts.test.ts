import { describe, expect, it } from 'vitest';
import { languages } from '../texts/languages';
import { matches, shortcuts, type Pressed } from './shortcuts';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key, ctrlKey: false, metaKey: false, altKey: false, ...held,
});

describe('the table of shortcuts', () => {
  it('has each id once', () => {
    expect(new Set(shortcuts.map((each) => each.id)).size).toBe(shortcuts.length);
  });

  it('never uses a letter or sign alone', () => {
    const alone = shortcuts.filter((each) => !each.control && !each.alt);
    expect(alone.flatMap((each) => each.keys).filter((key) => key.length === 1)).toEqual([]);
  });

  it('gives no keys two meanings, but for the arrows and Enter that belong to where the focus is', () => {
    const seen = shortcuts
      .filter((each) => each.id !== 'move' && each.id !== 'open' && each.id !== 'tabs')
      .flatMap((each) => each.keys.map((key) => `${each.control ?? ''}${each.alt ?? ''}${key}`));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('says in words what each does', () => {
    for (const each of shortcuts) expect(languages.nb.frame.shortcuts[each.does]).toBeTruthy();
  });

  it('tells Enter from Ctrl Enter, and takes the command key as Ctrl', () => {
    const id = (pressed: Pressed) => shortcuts.filter((each) => matches(each, pressed)).map((each) => each.id);
    expect(id(press('Enter'))).toEqual(['open']);
    expect(id(press('Enter', { ctrlKey: true }))).toEqual(['main']);
    expect(id(press('Enter', { metaKey: true }))).toEqual(['main']);
    expect(id(press('ArrowDown', { altKey: true }))).toEqual(['neighbour']);
  });
});
