import type { CaseQuery, Track } from '../../backend/types';

/** What the list is narrowed to; null means all. */
export interface Filters {
  register: string | null;
  right: string | null;
  track: Track | null;
  state: string | null;
  mine: boolean;
  search: string;
}

export const noFilters: Filters = { register: null, right: null, track: null, state: null, mine: false, search: '' };

export type FilterName = 'register' | 'right' | 'track' | 'state' | 'mine' | 'search';

/** The filters that are set, in the order they stand on the screen. */
export function setFilters(filters: Filters): FilterName[] {
  const names: FilterName[] = ['search', 'register', 'right', 'track', 'state', 'mine'];
  return names.filter((name) => filters[name] !== null && filters[name] !== false && filters[name] !== '');
}

/** The filters without one of them. */
export function without(filters: Filters, name: FilterName): Filters {
  return { ...filters, [name]: noFilters[name] };
}

/** How many cases are read at a time; the next page follows where this one ended. */
export const PAGE = 50;

export function queryOf(filters: Filters, after: string | null, limit = PAGE): CaseQuery {
  return {
    register: filters.register,
    right: filters.right,
    track: filters.track,
    state: filters.state,
    search: filters.search.trim() || null,
    mine: filters.mine,
    limit,
    after,
  };
}
