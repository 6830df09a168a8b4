import { Tag } from '@digdir/designsystemet-react';
import type { Track } from '../backend/types';
import { useTexts } from '../texts/texts';

interface Props {
  track: Track;
  /** How a case gets to whoever answers it: nothing is sent on where a person is only referred. */
  mode?: string | null;
  plain?: boolean;
}

/** The track of a case in two words. Violet outline means § 25, and nothing else does. */
export function TrackTag({ track, mode = null, plain = false }: Props) {
  const { codes } = useTexts();
  const words = (mode && codes.mode[mode]) || (codes.track[track] ?? track);
  if (track === 'section-25')
    return (
      <Tag variant="outline" className="tag-section-25">
        {words}
      </Tag>
    );
  return plain ? <span>{words}</span> : <Tag variant="outline">{words}</Tag>;
}
