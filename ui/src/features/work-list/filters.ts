import type { CaseState, Track } from '../../backend/types';
import type { ListQuery } from '../../cases/use-pages';
import type { Found } from './found';

/** What the list is narrowed to; null means all. */
export interface Filters {
  register: string | null;
  right: string | null;
  track: Track | null;
  state: CaseState | 'awaiting-approval' | null;
  mine: boolean;
  undelivered: boolean;
  found: Found | null;
}

export const noFilters: Filters = { register: null, right: null, track: null, state: null, mine: false, undelivered: false, found: null };

export type FilterName = 'found' | 'register' | 'right' | 'track' | 'state' | 'mine' | 'undelivered';

/** The filters that are set, in the order they stand on the screen. */
export function setFilters(filters: Filters): FilterName[] {
  const names: FilterName[] = ['found', 'register', 'right', 'track', 'state', 'mine', 'undelivered'];
  return names.filter((name) => filters[name] !== null && filters[name] !== false);
}

/** The filters without one of them. */
export function without(filters: Filters, name: FilterName): Filters {
  return { ...filters, [name]: noFilters[name] };
}

/** The list that the filters ask for. */
export function queryOf(filters: Filters): ListQuery {
  const { found, ...narrowed } = filters;
  return {
    ...narrowed,
    stage: null,
    ...(found?.kind === 'words' && { search: found.words }),
    ...(found?.kind === 'person' && { person: found.number }),
  };
}
