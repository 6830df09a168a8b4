import { describe, expect, it } from 'vitest';
import { languages } from '../texts/every-language';
import { ariaKeys, matches, shortcuts, withKeys, type Pressed } from './shortcuts';

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
    for (const texts of Object.values(languages))
      for (const each of shortcuts) expect(texts.frame.shortcuts[each.does]).toBeTruthy();
  });

  it('needs neither Alt Gr nor a dead key on a Norwegian keyboard', () => {
    const hard = ['@', '£', '$', '€', '{', '[', ']', '}', '\\', '´', '`', '¨', '^', '~', '|', 'µ', '<', '>'];
    expect(shortcuts.flatMap((each) => each.keys).filter((key) => hard.includes(key) || key === 'AltGraph')).toEqual([]);
    // Alt Gr is Ctrl and Alt at once to some systems, so no shortcut asks for both.
    expect(shortcuts.filter((each) => each.control && each.alt)).toEqual([]);
  });

  it('leaves the web view what is its own in a field: copying, undoing, marking and formatting', () => {
    const own = ['a', 'c', 'v', 'x', 'z', 'y', 'b', 'i', 'u'];
    const taken = shortcuts.filter((each) => each.control && !each.alt).flatMap((each) => each.keys);
    expect(taken.map((key) => key.toLowerCase()).filter((key) => own.includes(key))).toEqual([]);
  });

  it('is written for the eye and for a screen reader', () => {
    expect(ariaKeys('palette')).toBe('Control+K');
    expect(ariaKeys('main')).toBe('Control+Enter');
    expect(withKeys('Arbeidsliste', 'go-work-list')).toBe('Arbeidsliste (Ctrl 1)');
  });

  it('tells Enter from Ctrl Enter, and takes the command key as Ctrl', () => {
    const id = (pressed: Pressed) => shortcuts.filter((each) => matches(each, pressed)).map((each) => each.id);
    expect(id(press('Enter'))).toEqual(['open']);
    expect(id(press('Enter', { ctrlKey: true }))).toEqual(['main']);
    expect(id(press('Enter', { metaKey: true }))).toEqual(['main']);
    expect(id(press('ArrowDown', { altKey: true }))).toEqual(['neighbour']);
  });
});
