import { expect, it } from 'vitest';
import type { Period } from '../../backend/period-types';
import { barsOf, valueOf } from './bars';

const line = (id: string, values: (number | null)[]) => ({ id, label: id.toUpperCase(), values });
const period: Period = {
  from: '2026-01-01',
  to: '2026-12-31',
  published: true,
  columns: ['received', 'on_time', 'late'].map((id) => ({ id, label: id })),
  total: line('alle', [40, 30, 10]),
  tables: [],
  notes: [],
};

it('finds a value by its column', () => {
  expect(valueOf(period, period.total, 'late')).toBe(10);
  expect(valueOf(period, period.total, 'median_days')).toBeNull();
});

it('makes the longest bar as long as the chart, and gives a hidden count no length', () => {
  const bars = barsOf(period, [line('npr', [9, 15, 5]), line('kpr', [9, 5, 5]), line('hpr', [9, 7, null])]);
  expect(bars.map((bar) => [bar.onTime, bar.late])).toEqual([
    [75, 25],
    [25, 25],
    [null, null],
  ]);
  expect(bars[2]?.counts).toEqual([7, null]);
});

it('draws nothing where nothing was answered', () => {
  expect(barsOf(period, [line('npr', [0, 0, 0])])).toEqual([
    { id: 'npr', label: 'NPR', onTime: 0, late: 0, counts: [0, 0] },
  ]);
});
