import { useTexts } from '../../texts/texts';
import type { Filters } from './filters';

const CHOICES: readonly Filters['whose'][] = ['mine', 'unassigned', null];

/** One's own cases, those that nobody has, or the whole team's. */
export function Whose({ chosen, onChoose }: { chosen: Filters['whose']; onChoose: (whose: Filters['whose']) => void }) {
  const t = useTexts().workList.whose;
  return (
    <div className="whose" role="group" aria-label={t.title}>
      {CHOICES.map((each) => (
        <button key={each ?? 'team'} type="button" aria-pressed={each === chosen} onClick={() => onChoose(each)}>
          {t[each ?? 'team']}
        </button>
      ))}
    </div>
  );
}
