import { expect, test } from 'vitest';
import { noFilters, of, ofView, queryOf, setFilters, toView, withOne, type Filters } from './filters';

const filters: Filters = {
  ...noFilters,
  whose: 'unassigned',
  register: 'npr',
  outcome: 'avslag',
  received: { from: '2026-02-01', to: null },
  due: 'soon',
  found: { kind: 'words', words: 'brannskade' },
};

test('a view keeps the filters and nothing that was searched for', () => {
  const view = toView(filters, 'received');
  expect(JSON.stringify(view)).not.toContain('brannskade');
  expect(ofView(view)).toEqual({ ...filters, found: null });
  expect(ofView(toView({ ...noFilters, due: { from: null, to: '2026-03-01' } }, null)).due).toEqual({
    from: null,
    to: '2026-03-01',
  });
  expect(ofView(toView(noFilters, null))).toEqual(noFilters);
  const after = { ...noFilters, complaints: true, inForce: true };
  expect(ofView(toView(after, 'received'))).toEqual(after);
});

test('what stands in force has an order of its own, and stands beside no days and no search', () => {
  const standing = withOne(filters, { inForce: true });
  expect(setFilters(standing)).toEqual(['whose', 'register', 'outcome', 'inForce']);
  expect(queryOf(standing, 'due')).toMatchObject({ in_force: true, sort: null, due_within: null });
  expect(setFilters(withOne(standing, { complaints: true }))).toContain('inForce');
  for (const one of [{ due: 'overdue' as const }, { undelivered: true }, { found: filters.found }, { received: filters.received }])
    expect(withOne(standing, one).inForce).toBe(false);
});

test('one thing is looked for at a time', () => {
  expect(queryOf(filters, 'due')).toMatchObject({ search: 'brannskade', sort: 'due', unassigned: true, due_within: 5 });
  const number = queryOf({ ...filters, found: { kind: 'number', number: '2026/00012-a' } }, 'due');
  expect([number.search, number.reference]).toEqual([undefined, '2026/00012-a']);
});

test('a colleague and oneself are never chosen at once', () => {
  expect(of(of(noFilters, 'mine'), null, 'Kari Myhre')).toMatchObject({ whose: null, assignee: 'Kari Myhre' });
  expect(of(of(noFilters, null, 'Kari Myhre'), 'mine')).toMatchObject({ whose: 'mine', assignee: null });
  expect(setFilters(filters)).toEqual(['found', 'whose', 'register', 'outcome', 'received', 'due']);
});
