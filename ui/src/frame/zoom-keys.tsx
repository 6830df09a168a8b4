import { windowZoom } from '../backend/commands';
import { useTexts } from '../texts/texts';
import { useAnnounce } from './announcer';
import { useShortcuts } from './shortcut-provider';

/** The size of the page by keyboard, on every screen. The program keeps it to the next start. */
export function ZoomKeys() {
  const t = useTexts().frame;
  const announce = useAnnounce();
  const zoom = (step: Parameters<typeof windowZoom>[0]) => () =>
    void windowZoom(step).then((percent) => announce(t.size(percent)), () => undefined);
  useShortcuts({ larger: zoom('larger'), smaller: zoom('smaller'), 'plain-size': zoom('plain') });
  return null;
}
