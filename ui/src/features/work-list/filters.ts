import type { CaseQuery, CaseState, Track } from '../../backend/types';

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

/** How many cases are read at a time; the next page follows where this one ended. */
export const PAGE = 50;

export function queryOf(filters: Filters, after: string | null): CaseQuery {
  return {
    register: filters.register,
    right: filters.right,
    track: filters.track,
    state: filters.state,
    mine: filters.mine,
    limit: PAGE,
    after,
  };
}
