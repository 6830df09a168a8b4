/** An action of the core and what it is done to: a kind of letter, a point of the checklist, a ground. */
export interface Wanted {
  action: string;
  target: string | null;
}

/** The actions that this window carries out, in the order they are offered; another is not offered. */
const OFFERED = [
  'take', 'suspend', 'resume', 'decide', 'assign', 'task', 'forward', 'letter', 'extend', 'withdraw', 'person', 'note', 'report',
  'archive', 'correct', 'close', 'complaint', 'reopen',
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

/** Carried out, but offered at each point of the checklist rather than at the top. */
const ELSEWHERE = ['check', 'measure', 'approve', 'delivery'];

export function isKnown(action: string): boolean {
  return OFFERED.includes(action) || ELSEWHERE.includes(action);
}

/** The actions offered at the top of the case, in our order. */
export function offered<Action extends { action: string }>(actions: readonly Action[]): Action[] {
  return OFFERED.flatMap((id) => actions.filter((each) => each.action === id));
}
