import { Button } from '@digdir/designsystemet-react';
import { useTexts } from '../../texts/texts';

interface Props {
  picked: number;
  shown: number;
  onAll: () => void;
  onLetters: () => void;
  onDone: () => void;
}

/** What can be done with the cases that are picked out; it stands where the filters else do. */
export function SelectionBar({ picked, shown, onAll, onLetters, onDone }: Props) {
  const t = useTexts().workList.selection;
  return (
    <div className="filter-bar" role="group" aria-label={t.title}>
      <strong role="status">{t.picked(picked)}</strong>
      <Button variant="secondary" className="small-action" onClick={onAll}>
        {t.all(shown)}
      </Button>
      <Button
        variant="secondary"
        className="small-action"
        aria-disabled={picked === 0 || undefined}
        onClick={() => picked > 0 && onLetters()}
      >
        {t.letters}
      </Button>
      <button type="button" className="link-button" onClick={onDone}>
        {t.done}
      </button>
      <span className="secondary">{t.how}</span>
    </div>
  );
}
