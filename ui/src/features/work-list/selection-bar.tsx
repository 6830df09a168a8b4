import { Button } from '@digdir/designsystemet-react';
import type { BulkInput } from '../../backend/bulk-types';
import { useTexts } from '../../texts/texts';

/** What can be done with many cases: something in each, or a letter for each. */
export type ManyAction = BulkInput['action'] | 'letters' | 'remind';

const ACTIONS: readonly ManyAction[] = ['assign', 'remind', 'suspend', 'letters', 'close'];

interface Props {
  picked: number;
  shown: number;
  /** Whether the list goes on after what is shown. */
  more: boolean;
  /** Whether all of the list is picked, shown or not. */
  everything: boolean;
  onAll: () => void;
  onEverything: () => void;
  onAct: (action: ManyAction) => void;
  onDone: () => void;
}

/** What can be done with the cases that are picked out; it stands where the filters else do. */
export function SelectionBar({ picked, shown, more, everything, onAll, onEverything, onAct, onDone }: Props) {
  const t = useTexts().workList.selection;
  const none = picked === 0 && !everything;
  return (
    <div className="filter-bar" role="group" aria-label={t.title}>
      <strong role="status">{everything ? t.all_picked : t.picked(picked)}</strong>
      <Button variant="secondary" className="small-action" onClick={onAll}>
        {t.all(shown)}
      </Button>
      {more && (
        <Button variant="secondary" className="small-action" aria-pressed={everything} onClick={onEverything}>
          {t.everything}
        </Button>
      )}
      {ACTIONS.map((action) => (
        <Button
          key={action}
          variant="secondary"
          className="small-action"
          aria-disabled={none || undefined}
          onClick={() => !none && onAct(action)}
        >
          {t[action]}
        </Button>
      ))}
      <button type="button" className="link-button" onClick={onDone}>
        {t.done}
      </button>
      <span className="secondary">{t.how}</span>
    </div>
  );
}
