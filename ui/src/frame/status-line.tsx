import { useTexts } from '../texts/texts';
import { useAnnounced } from './announcer';
import { Keys } from './keys';
import { useActiveShortcuts } from './shortcut-provider';

/** The line at the bottom: what the keys do here, the last message, and what can be trusted. */
export function StatusLine({ fact }: { fact: string }) {
  const t = useTexts().frame;
  const active = useActiveShortcuts();
  const announced = useAnnounced();
  return (
    <footer className="status-line" aria-label={t.statusLine}>
      <ul className="status-hints">
        {active.filter((each) => !each.quiet).map((shortcut) => (
          <li key={shortcut.id}>
            <Keys of={shortcut.id} /> {t.shortcuts[shortcut.does]}
          </li>
        ))}
      </ul>
      <p className="status-message" role="status">
        {announced}
      </p>
      <p className="status-fact">{fact}</p>
    </footer>
  );
}
