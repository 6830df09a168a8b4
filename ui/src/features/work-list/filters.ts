import type { CaseState, Track } from '../../backend/types';
import type { ListQuery } from '../../cases/use-pages';

/** What the list is narrowed to; null means all. */
export interface Filters {
  register: string | null;
  right: string | null;
  track: Track | null;
  // Nothing leads to the other two yet, so they are not offered.
  state: Exclude<CaseState, 'forwarded' | 'withdrawn'> | null;
  mine: boolean;
}

export const noFilters: Filters = { register: null, right: null, track: null, state: null, mine: false };

export type FilterName = 'register' | 'right' | 'track' | 'state' | 'mine';

/** The filters that are set, in the order they stand on the screen. */
export function setFilters(filters: Filters): FilterName[] {
  const names: FilterName[] = ['register', 'right', 'track', 'state', 'mine'];
  return names.filter((name) => filters[name] !== null && filters[name] !== false);
}

/** The filters without one of them. */
export function without(filters: Filters, name: FilterName): Filters {
  return { ...filters, [name]: noFilters[name] };
}

/** The list that the filters ask for. */
export function queryOf(filters: Filters): ListQuery {
  return { ...filters, stage: null };
}
