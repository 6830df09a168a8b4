import { shortcutOf, shownKeys, type ShortcutId } from './shortcuts';

/** The keys of a shortcut as key caps. They are a hint for the eye: aria-keyshortcuts says the same. */
export function Keys({ of }: { of: ShortcutId }) {
  return (
    <span className="keys" aria-hidden="true">
      {shownKeys(shortcutOf(of)).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
