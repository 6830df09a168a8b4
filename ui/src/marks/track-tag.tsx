import { Tag } from '@digdir/designsystemet-react';
import type { Track } from '../backend/types';
import { useTexts } from '../texts/texts';

/** The track of a case in two words. Violet outline means § 25, and nothing else does. */
export function TrackTag({ track, plain = false }: { track: Track; plain?: boolean }) {
  const words = useTexts().codes.track[track] ?? track;
  if (track === 'section-25')
    return (
      <Tag variant="outline" className="tag-section-25">
        {words}
      </Tag>
    );
  return plain ? <span>{words}</span> : <Tag variant="outline">{words}</Tag>;
}
