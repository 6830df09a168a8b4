import { shortDate } from '../../dates/format';
import type { Registers } from '../../backend/types';
import { useTexts } from '../../texts/texts';
import type { Days, FilterName, Filters } from './filters';

/** What each filter is called on the screen, with what it is set to. */
export function useLabels(filters: Filters, catalogue: Registers | null): { labels: Record<FilterName, string>; inWords: (days: Days) => string } {
  const texts = useTexts();
  const t = texts.workList;
  const register = catalogue?.registers.find((each) => each.id === filters.register);
  const right = catalogue?.rights.find((each) => each.id === filters.right);
  const states: Record<string, string> = { ...texts.codes.state, 'awaiting-approval': t.awaitingApproval };
  const inWords = ({ from, to }: Days) => t.days.of(from && shortDate(from), to && shortDate(to));
  const { found, due } = filters;
  const labels = {
    found: found ? t.search.of(found.kind, found.kind === 'words' ? found.words : found.kind === 'number' ? found.number : '') : '',
    whose: filters.whose ? t.whose[filters.whose] : '',
    assignee: `${t.assignee}: ${filters.assignee}`,
    register: `${t.register}: ${register?.short ?? filters.register}`,
    right: `${t.right}: ${right?.label ?? filters.right}`,
    track: `${t.track}: ${filters.track ? texts.codes.track[filters.track] : ''}`,
    state: `${t.state}: ${filters.state ? states[filters.state] : ''}`,
    outcome: `${t.outcome}: ${filters.outcome ? texts.codes.outcome[filters.outcome] : ''}`,
    received: filters.received ? `${t.received}: ${inWords(filters.received)}` : '',
    due: due ? `${t.columns.due}: ${typeof due === 'object' ? inWords(due) : t.due[due]}` : '',
    undelivered: t.undelivered,
    complaints: t.complaints,
    breaches: t.breaches,
    inForce: t.inForce,
  };
  return { labels, inWords };
}
