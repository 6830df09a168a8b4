import type { CaseShow } from '../../backend/types';

/** An event of the time line that is a note. */
export function isNote(event: CaseShow['timeline'][number]): boolean {
  return /note/i.test(event.kind);
}
