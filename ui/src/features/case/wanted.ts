import type { CaseAction, CaseShow } from '../../backend/types';
import type { Texts } from '../../texts/texts';

/** An action of the core and what it is done to: a kind of letter, a point of the checklist, a ground. */
export interface Wanted {
  action: string;
  target: string | null;
}

/** The actions that this window carries out, in the order they are offered; another is not offered. */
const OFFERED = [
  'take', 'suspend', 'resume', 'decide', 'assign', 'task', 'forward', 'letter', 'extend', 'withdraw', 'person', 'note', 'attach',
  'report', 'archive', 'correct', 'close', 'complaint', 'breach', 'reopen',
];

/** What carries out something that is proposed: a kind of letter, or a decision with its outcome. */
const BY_PROPOSAL: Record<string, { action: 'letter' | 'decide'; target: string | null }> = {
  'identity-request': { action: 'letter', target: 'identity-request' },
  'grounds-request': { action: 'letter', target: 'section-25-grounds-request' },
  reminder: { action: 'letter', target: 'reminder' },
  'decide-on-known': { action: 'decide', target: null },
  dismiss: { action: 'decide', target: 'avvist' },
};

/** How the window carries out a proposal; null for one that it does not know. */
export function wantedBy(proposal: string): { action: 'letter' | 'decide'; target: string | null } | null {
  return BY_PROPOSAL[proposal] ?? null;
}

/** Carried out, but offered where it belongs rather than at the top. */
const ELSEWHERE = [
  'check', 'measure', 'approve', 'delivery', 'representative', 'child', 'link-number', 'review', 'lift',
];

export function isKnown(action: string): boolean {
  return OFFERED.includes(action) || ELSEWHERE.includes(action);
}

/** The actions offered at the top of the case, in our order. */
export function offered<Action extends { action: string }>(actions: readonly Action[]): Action[] {
  return OFFERED.flatMap((id) => actions.filter((each) => each.action === id));
}

/** Whoever may give the case to others, may take it; one's own is taken already. */
export function withTaking(show: CaseShow, me: string): CaseAction[] {
  const assign = show.actions.find((each) => each.action === 'assign');
  return assign && show.assignee !== me ? [{ ...assign, action: 'take' }, ...show.actions] : show.actions;
}

/** What an action is called in the menu and in the palette. */
export function labelOfAction(texts: Texts, show: CaseShow, { action, label }: CaseAction): string {
  const work = texts.work.assign;
  if (action === 'assign') return work.label;
  if (action !== 'take') return label;
  return show.assignee ? work.takeOverFrom(show.assignee) : texts.case.actions.assign.label;
}
