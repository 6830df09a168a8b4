import type { Texts } from '../texts/texts';

export type ShortcutId =
  | 'main'
  | 'palette'
  | 'go-work-list'
  | 'go-section-25'
  | 'go-deadlines'
  | 'go-registers'
  | 'go-settings'
  | 'new-request'
  | 'lock'
  | 'help'
  | 'next-pane'
  | 'next-problem'
  | 'back'
  | 'move'
  | 'search'
  | 'open'
  | 'neighbour'
  | 'tabs'
  | 'switch-tab'
  | 'pages'
  | 'reminders'
  | 'larger'
  | 'smaller'
  | 'plain-size';

export interface Shortcut {
  id: ShortcutId;
  /** Values of KeyboardEvent.key. */
  keys: string[];
  control?: true;
  alt?: true;
  /** How the keys are written on the screen. */
  shown: string[];
  /** The words in the texts that say what it does. */
  does: keyof Texts['frame']['shortcuts'];
  /** Moves by words in a field, and so is left to the field that has the focus. */
  outsideText?: true;
  /** Works everywhere and has a button of its own, so the status line leaves it out. */
  quiet?: true;
}

/**
 * The one table of shortcuts: handlers listen by it and hints are written from
 * it. No single letters (WCAG 2.1.4), and none on keys that need Alt Gr here.
 */
export const shortcuts: readonly Shortcut[] = [
  { id: 'main', keys: ['Enter'], control: true, shown: ['Ctrl', 'Enter'], does: 'main' },
  { id: 'palette', keys: ['k', 'K'], control: true, shown: ['Ctrl', 'K'], does: 'palette' },
  { id: 'move', keys: ['ArrowUp', 'ArrowDown'], shown: ['↑ ↓'], does: 'move' },
  { id: 'open', keys: ['Enter'], shown: ['Enter'], does: 'open' },
  { id: 'search', keys: ['f', 'F'], control: true, shown: ['Ctrl', 'F'], does: 'search' },
  { id: 'neighbour', keys: ['ArrowUp', 'ArrowDown'], alt: true, shown: ['Alt', '↑ ↓'], does: 'neighbour' },
  { id: 'tabs', keys: ['ArrowLeft', 'ArrowRight'], shown: ['← →'], does: 'tabs' },
  { id: 'switch-tab', keys: ['ArrowLeft', 'ArrowRight'], control: true, outsideText: true, shown: ['Ctrl', '← →'], does: 'tabs' },
  { id: 'pages', keys: ['PageUp', 'PageDown'], shown: ['Page Up / Down'], does: 'pages' },
  { id: 'next-problem', keys: ['F8'], shown: ['F8'], does: 'nextProblem' },
  { id: 'next-pane', keys: ['F6'], shown: ['F6'], does: 'nextPane' },
  { id: 'back', keys: ['Escape'], shown: ['Esc'], does: 'back' },
  { id: 'new-request', keys: ['n', 'N'], control: true, shown: ['Ctrl', 'N'], does: 'newRequest' },
  { id: 'lock', keys: ['l', 'L'], control: true, shown: ['Ctrl', 'L'], does: 'lock', quiet: true },
  { id: 'reminders', keys: ['F9'], shown: ['F9'], does: 'reminders', quiet: true },
  { id: 'go-work-list', keys: ['1'], control: true, shown: ['Ctrl', '1'], does: 'goWorkList', quiet: true },
  { id: 'go-section-25', keys: ['2'], control: true, shown: ['Ctrl', '2'], does: 'goSection25', quiet: true },
  { id: 'go-deadlines', keys: ['3'], control: true, shown: ['Ctrl', '3'], does: 'goDeadlines', quiet: true },
  { id: 'go-registers', keys: ['4'], control: true, shown: ['Ctrl', '4'], does: 'goRegisters', quiet: true },
  { id: 'go-settings', keys: ['5'], control: true, shown: ['Ctrl', '5'], does: 'goSettings', quiet: true },
  { id: 'help', keys: ['F1'], shown: ['F1'], does: 'help' },
  { id: 'larger', keys: ['+', '='], control: true, shown: ['Ctrl', '+'], does: 'larger', quiet: true },
  { id: 'smaller', keys: ['-'], control: true, shown: ['Ctrl', '−'], does: 'smaller', quiet: true },
  { id: 'plain-size', keys: ['0'], control: true, shown: ['Ctrl', '0'], does: 'plainSize', quiet: true },
];

/** What of a keyboard event decides which shortcut it is. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export function matches(shortcut: Shortcut, pressed: Pressed): boolean {
  const control = pressed.ctrlKey || pressed.metaKey;
  return shortcut.keys.includes(pressed.key) && control === !!shortcut.control && pressed.altKey === !!shortcut.alt;
}

/** The shortcut with this id; the table has every id, as its test shows. */
export function shortcutOf(id: ShortcutId): Shortcut {
  const found = shortcuts.find((each) => each.id === id);
  if (!found) throw new Error(`no shortcut ${id}`);
  return found;
}

const onMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac');

/** The keys as this machine's keyboard names them. */
export function shownKeys(shortcut: Shortcut): string[] {
  return onMac ? shortcut.shown.map((key) => (key === 'Ctrl' ? '⌘' : key)) : shortcut.shown;
}

/** A shortcut as aria-keyshortcuts writes it: «Control+K». */
export function ariaKeys(id: ShortcutId): string {
  const { keys, control, alt } = shortcutOf(id);
  const key = keys.map((each) => (each.length === 1 ? each.toUpperCase() : each))[0] ?? '';
  return [...(control ? ['Control'] : []), ...(alt ? ['Alt'] : []), key].join('+');
}

/** The name of a button with its keys behind, for its title: «Arbeidsliste (Ctrl 1)». */
export const withKeys = (words: string, id: ShortcutId): string => `${words} (${shownKeys(shortcutOf(id)).join(' ')})`;
