/** Where one is. Kept in memory and in the drafts, so that a lock does not lose the place. */
export type Screen =
  | {
      name:
        | 'work-list' | 'section-25' | 'deadlines' | 'figures' | 'forecast' | 'in-force' | 'review' | 'ombud-inbox' | 'intake' | 'settings' | 'guide';
    }
  | { name: 'registers'; register?: string }
  | { name: 'case'; case: string; tab: string }
  | { name: 'letter'; case: string; kind: string; issued: string | null; corrects?: string | null };

/** The lists that a case is opened from, and that one goes back to. */
export type List = 'work-list' | 'section-25' | 'deadlines' | 'in-force' | 'review';

export const isList = (name: string): name is List =>
  name === 'work-list' || name === 'section-25' || name === 'deadlines' || name === 'in-force' || name === 'review';

/** The list that meets one after unlocking: whoever only reads, reviews the deadlines. */
export const firstList = (reader: boolean): List => (reader ? 'deadlines' : 'work-list');
