/** An action of the core and what it is done to: a kind of letter, a point of the checklist, a ground. */
export interface Wanted {
  action: string;
  target: string | null;
}

/** The actions that this window carries out, in the order they are offered; another is not offered. */
const OFFERED = ['assign', 'suspend', 'resume', 'decide', 'letter', 'note', 'close'];

/** Carried out, but offered at each point of the checklist rather than at the top. */
const ELSEWHERE = ['check'];

export function isKnown(action: string): boolean {
  return OFFERED.includes(action) || ELSEWHERE.includes(action);
}

/** The actions offered at the top of the case, in our order. */
export function offered<Action extends { action: string }>(actions: readonly Action[]): Action[] {
  return OFFERED.flatMap((id) => actions.filter((each) => each.action === id));
}
