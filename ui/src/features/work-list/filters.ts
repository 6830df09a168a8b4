import type { CaseState, ListOrder, Outcome, Track, ViewFilters } from '../../backend/types';
import type { ListQuery } from '../../cases/use-pages';
import type { Found } from './found';

/** The days from one to another, as the core writes them; an end may be open. */
export interface Days {
  from: string | null;
  to: string | null;
}

/** What is due: what is late, what is due soon, or on some days. */
export type Due = 'overdue' | 'soon' | Days;

/** What the list is narrowed to; null means all. */
export interface Filters {
  /** Whose cases: one's own, nobody's, a colleague's, or everybody's. */
  whose: 'mine' | 'unassigned' | null;
  assignee: string | null;
  register: string | null;
  right: string | null;
  track: Track | null;
  state: CaseState | 'awaiting-approval' | null;
  outcome: Outcome | null;
  received: Days | null;
  due: Due | null;
  undelivered: boolean;
  complaints: boolean;
  breaches: boolean;
  /** What stands in force; it comes in the order of its reviews. */
  inForce: boolean;
  found: Found | null;
}

export const noFilters: Filters = {
  whose: null,
  assignee: null,
  register: null,
  right: null,
  track: null,
  state: null,
  outcome: null,
  received: null,
  due: null,
  undelivered: false,
  complaints: false,
  breaches: false,
  inForce: false,
  found: null,
};

export type FilterName = keyof Filters;

/** What the list is sorted by on the screen. */
export type ShownOrder = ListOrder | 'review' | 'breach';

/** What stands in force is always sorted by the day of its review, and breaches by their own deadline instead of the answer's. */
export function shownOrder({ inForce, breaches }: Filters, order: ListOrder): ShownOrder {
  if (inForce) return 'review';
  return breaches && order === 'due' ? 'breach' : order;
}

/** How many days «soon» reaches: today and the next five. */
const SOON_DAYS = 5;

/** The filters that are set, in the order they stand on the screen. */
export function setFilters(filters: Filters): FilterName[] {
  const names: FilterName[] = [
    'found', 'whose', 'register', 'right', 'track', 'state', 'assignee', 'outcome', 'received', 'due', 'undelivered',
    'complaints', 'breaches', 'inForce',
  ];
  return names.filter((name) => filters[name] !== null && filters[name] !== false);
}

/** The filters without one of them. */
export function without(filters: Filters, name: FilterName): Filters {
  return { ...filters, [name]: noFilters[name] };
}

/** The filters with one more set; what has days or an order of its own and what stands in force are never asked for at once. */
export function withOne(filters: Filters, one: Partial<Filters>): Filters {
  const { found, received, due, undelivered, inForce } = one;
  if (inForce) return { ...filters, found: null, received: null, due: null, undelivered: false, inForce };
  return { ...filters, ...one, inForce: filters.inForce && !(found || received || due || undelivered) };
}

/** Whose cases are shown; a colleague's and one's own are never asked for at once. */
export function of(filters: Filters, whose: Filters['whose'], assignee: string | null = null): Filters {
  return { ...filters, whose, assignee };
}

/** What a saved view keeps of the filters: neither a person nor words that were searched for. */
export function toView(filters: Filters, sort: ListOrder | null): ViewFilters {
  const { received, due } = filters;
  const days = typeof due === 'object' ? due : null;
  return {
    track: filters.track,
    register: filters.register,
    right: filters.right,
    state: filters.state,
    mine: filters.whose === 'mine',
    unassigned: filters.whose === 'unassigned',
    assignee: filters.assignee,
    outcome: filters.outcome,
    received_from: received?.from ?? null,
    received_to: received?.to ?? null,
    due_from: days?.from ?? null,
    due_to: days?.to ?? null,
    overdue: due === 'overdue',
    due_within: due === 'soon' ? SOON_DAYS : null,
    undelivered: filters.undelivered,
    in_force: filters.inForce,
    complaints: filters.complaints,
    breaches: filters.breaches,
    sort: filters.inForce ? null : sort,
  };
}

/** The filters of a saved view. */
export function ofView(view: ViewFilters): Filters {
  const days = (from: string | null, to: string | null) => (from || to ? { from, to } : null);
  return {
    ...noFilters,
    whose: view.mine ? 'mine' : view.unassigned ? 'unassigned' : null,
    assignee: view.assignee,
    register: view.register,
    right: view.right,
    track: view.track,
    state: view.state,
    outcome: view.outcome,
    received: days(view.received_from, view.received_to),
    due: view.overdue ? 'overdue' : view.due_within !== null ? 'soon' : days(view.due_from, view.due_to),
    undelivered: view.undelivered,
    inForce: view.in_force,
    complaints: view.complaints,
    breaches: view.breaches,
  };
}

/** The list that the filters ask for. */
export function queryOf(filters: Filters, sort: ListOrder): ListQuery {
  const { found } = filters;
  return {
    ...toView(filters, sort),
    stage: null,
    ...(found?.kind === 'words' && { search: found.words }),
    ...(found?.kind === 'number' && { reference: found.number }),
    ...(found?.kind === 'person' && { person: found.number }),
  };
}
