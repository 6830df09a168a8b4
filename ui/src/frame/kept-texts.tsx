import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Unsaved } from '../backend/settings-types';
import { useTexts } from '../texts/texts';
import { placeOfKept, type KeptPlace } from './unsaved';

interface Props {
  kept: readonly Unsaved[];
  onGo: (place: KeptPlace) => void;
}

/** A quiet line after a restart: what was written is here still, and where. It goes when one has gone there. */
export function KeptTexts({ kept, onGo }: Props) {
  const texts = useTexts();
  const t = texts.frame.kept;
  const [dismissed, setDismissed] = useState(false);
  const places = new Map<string, KeptPlace>();
  for (const { key } of kept) {
    const place = placeOfKept(key);
    if (place) places.set(place.name === 'intake' ? '' : `${place.case} ${place.tab}`, place);
  }
  if (dismissed || places.size === 0) return null;
  const words = (place: KeptPlace) =>
    place.name === 'intake' ? texts.frame.newRequest : texts.frame.caseTitle(place.case);
  return (
    <div className="kept-texts" role="status">
      <p>{t.here}</p>
      {[...places].map(([id, place]) => (
        <Button
          key={id}
          variant="tertiary"
          onClick={() => {
            setDismissed(true);
            onGo(place);
          }}
        >
          {words(place)}
        </Button>
      ))}
      <Button variant="tertiary" icon aria-label={t.close} onClick={() => setDismissed(true)}>
        <XMarkIcon aria-hidden />
      </Button>
    </div>
  );
}
