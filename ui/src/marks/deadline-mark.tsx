import {
  ArrowUndoIcon,
  CalendarIcon,
  CheckmarkIcon,
  ExclamationmarkTriangleFillIcon,
  ExclamationmarkTriangleIcon,
  MinusIcon,
  PauseFillIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons';
import type { CaseRow } from '../backend/types';
import { useTexts } from '../texts/texts';
import { urgencyOf, type Urgency } from './deadline-state';

// Every state has a shape of its own, so that it can be told apart without colour.
const ICONS: Record<Urgency, typeof CalendarIcon> = {
  overdue: XMarkOctagonFillIcon,
  today: ExclamationmarkTriangleFillIcon,
  soon: ExclamationmarkTriangleIcon,
  later: CalendarIcon,
  paused: PauseFillIcon,
  reopened: ArrowUndoIcon,
  done: CheckmarkIcon,
  none: MinusIcon,
};

type Dated = Pick<CaseRow, 'state' | 'status' | 'due_on' | 'days_left' | 'late' | 'paused_since_on' | 'reopened_on'>;

/** «3 dager igjen», «Forfalt 2 dager», «Satt på vent»: icon and words, never colour alone. */
export function DeadlineMark({ row }: { row: Dated }) {
  const t = useTexts().frame.deadline;
  const urgency = urgencyOf(row);
  const days = row.days_left ?? 0;
  const words: Record<Urgency, string> = {
    overdue: t.overdue(Math.max(1, -days)),
    today: t.today,
    soon: t.left(days),
    later: t.left(days),
    paused: t.paused,
    reopened: t.reopened,
    done: t.done[row.state as keyof typeof t.done] ?? t.done.closed,
    none: t.none,
  };
  const Icon = ICONS[urgency];
  return (
    <span className="deadline-mark" data-urgency={urgency}>
      <Icon aria-hidden />
      {words[urgency]}
    </span>
  );
}
