/** Where one is. Kept in memory and in the drafts, so that a lock does not lose the place. */
export type Screen =
  | { name: 'work-list' | 'section-25' | 'intake' | 'registers' | 'settings' }
  | { name: 'case'; case: string; tab: string }
  | { name: 'letter'; case: string; kind: string; issued: string | null };

export const firstScreen: Screen = { name: 'work-list' };
