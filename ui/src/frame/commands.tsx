import { createContext, useContext, useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import type { ShortcutId } from './shortcuts';

/** What a command belongs to; the groups of the palette, in their order. */
export const commandGroups = ['here', 'places', 'cases', 'registers', 'window'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something that can be done from where one is. What the role may not do is absent. */
export interface Command {
  id: string;
  group: CommandGroup;
  label: string;
  /** What it is found by as well: an abbreviation, or another word for it. */
  also?: string;
  shortcut?: ShortcutId;
  run: () => void;
}

interface Registry {
  owners: Map<string, { current: readonly Command[] }>;
}

const CommandContext = createContext<Registry>({ owners: new Map() });

export function CommandProvider({ children }: { children: ReactNode }) {
  const registry = useMemo<Registry>(() => ({ owners: new Map() }), []);
  return <CommandContext.Provider value={registry}>{children}</CommandContext.Provider>;
}

/** Offers commands for as long as the part is on the screen. */
export function useCommands(commands: readonly Command[]): void {
  const { owners } = useContext(CommandContext);
  const owner = useId();
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    owners.set(owner, latest);
    return () => void owners.delete(owner);
  }, [owners, owner]);
}

/** Gives every command that there is just now, those of the screen before those of the window. */
export function useAllCommands(): () => Command[] {
  const { owners } = useContext(CommandContext);
  return () => {
    const all = [...owners.values()].flatMap((each) => each.current);
    return commandGroups.flatMap((group) => all.filter((each) => each.group === group));
  };
}
