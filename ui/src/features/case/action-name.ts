/** What an action of the core opens in the window: `check:identitet`, `letter:acknowledgement`, `suspend`. */
export interface ActionName {
  name: string;
  about: string | null;
}

export function actionName(action: string): ActionName {
  const [name, ...rest] = action.split(':');
  return { name: name ?? action, about: rest.length > 0 ? rest.join(':') : null };
}

/** The actions that this window carries out; another is not offered. */
export const KNOWN_ACTIONS = ['assign', 'check', 'suspend', 'resume', 'note', 'decide', 'close', 'letter'] as const;

export function isKnown(action: string): boolean {
  return (KNOWN_ACTIONS as readonly string[]).includes(actionName(action).name);
}
