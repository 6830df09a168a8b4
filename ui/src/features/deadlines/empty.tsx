import { Heading } from '@digdir/designsystemet-react';
import { useTexts } from '../../texts/texts';

interface Props {
  /** The figure or the days that have no case. */
  of: string;
  unanswered: number;
  onAll: () => void;
}

/** Says why the list is empty and offers the way out. */
export function Empty({ of, unanswered, onAll }: Props) {
  const t = useTexts().deadlines.empty;
  const none = unanswered === 0;
  return (
    <div className="empty">
      <Heading level={2} data-size="2xs">
        {none ? t.none : t.figure(of)}
      </Heading>
      {none && <p className="subtle">{t.noneText}</p>}
      {!none && (
        <button type="button" className="link-button" onClick={onAll}>
          {t.showAll(unanswered)}
        </button>
      )}
    </div>
  );
}
