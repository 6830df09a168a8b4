import { Heading } from '@digdir/designsystemet-react';
import { useTexts } from '../../texts/texts';

interface Props {
  /** The stage that is empty; null when there are no § 25 cases at all. */
  stage: string | null;
  all: number;
  onAll: () => void;
}

/** Says why the queue is empty and offers the way out. */
export function Empty({ stage, all, onAll }: Props) {
  const t = useTexts().section25.empty;
  return (
    <div className="empty">
      <Heading level={2} data-size="2xs">
        {stage ? t.stage(stage) : t.none}
      </Heading>
      <p className="subtle">{stage ? t.stageText(all) : t.noneText}</p>
      {stage && all > 0 && (
        <button type="button" className="link-button" onClick={onAll}>
          {t.showAll}
        </button>
      )}
    </div>
  );
}
