import type { Figure } from '../../backend/types';
import type { Texts } from '../../texts/texts';

export type Column = keyof Texts['deadlines']['columns'];

const first: readonly Column[] = ['what', 'person', 'track', 'received'];

/** What a list tells of its cases: where all are late, how far they have come and what they wait for; where all wait, what they wait for; where all are extended, what was promised. */
export function columnsOf(figure: Figure): readonly Column[] {
  if (figure === 'pa-vent') return [...first, 'ground', 'since', 'replyBy', 'ifToday'];
  if (figure === 'forlenget') return [...first, 'due', 'notice', 'expected', 'assignee'];
  if (figure === 'forfalt') return [...first, 'due', 'stands', 'assignee'];
  return [...first, 'due', 'remark', 'assignee'];
}
