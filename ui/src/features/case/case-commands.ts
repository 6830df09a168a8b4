import type { CaseShow } from '../../backend/types';
import type { Command } from '../../frame/commands';
import type { Texts } from '../../texts/texts';
import { isKnown, labelOfAction, offered, withTaking, type Wanted } from './wanted';

interface Where {
  me: string;
  order: readonly string[];
  number: string;
  onTab: (tab: string) => void;
}

/** What can be done with the case on the screen: the next step, its actions, its tabs and its neighbours. */
export function caseCommands(
  texts: Texts,
  show: CaseShow,
  { me, order, number, onTab }: Where,
  carryOut: (wanted: Wanted) => void,
  step: (by: number) => void,
): Command[] {
  const t = texts.case;
  const next = show.next_step && isKnown(show.next_step.action) ? show.next_step : null;
  const commands: Command[] = [];
  if (next)
    commands.push({ id: 'next-step', group: 'here', label: next.label, shortcut: 'main', run: () => carryOut(next) });
  for (const each of offered(withTaking(show, me))) {
    if (!each.available || (each.action === next?.action && next.target === null)) continue;
    const label = labelOfAction(texts, show, each);
    const wanted = { action: each.action, target: null };
    commands.push({ id: `action-${each.action}`, group: 'here', label, run: () => carryOut(wanted) });
  }
  for (const [tab, label] of Object.entries(t.tabs))
    commands.push({ id: `tab-${tab}`, group: 'here', label, run: () => onTab(tab) });
  const at = order.indexOf(number);
  if (at > 0)
    commands.push({ id: 'previous', group: 'here', label: t.previous, shortcut: 'neighbour', run: () => step(-1) });
  if (at >= 0 && at < order.length - 1)
    commands.push({ id: 'next', group: 'here', label: t.next, shortcut: 'neighbour', run: () => step(1) });
  return commands;
}
