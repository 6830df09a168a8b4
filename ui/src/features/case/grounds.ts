import type { GroundAnswer } from '../../backend/types';

/**
 * The grounds that an outcome can rest on, those of them that are chosen, and what the reasons then have to answer. One that
 * was chosen under another outcome is kept, and counts again when that outcome is.
 */
export function groundsOf(all: readonly GroundAnswer[], outcome: string, picked: readonly string[]) {
  const fitting = all.filter((ground) => ground.outcomes.includes(outcome));
  const chosen = fitting.filter((ground) => picked.includes(ground.id));
  const weigh = chosen.flatMap((ground) => ground.weigh ?? []).join(' ');
  return { fitting, chosen: chosen.map((ground) => ground.id), weigh };
}
