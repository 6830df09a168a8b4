import type { Period, PeriodLine } from '../../backend/period-types';

/** A bar of the chart: what was answered on time and what was late, as parts of the longest bar. */
export interface Bar {
  id: string;
  label: string;
  /** In per cent of the width; nothing where a count is hidden. */
  onTime: number | null;
  late: number | null;
  /** The counts as they are written. */
  counts: [onTime: number | null, late: number | null];
}

/** The value of a line in a column. */
export function valueOf(period: Period, line: PeriodLine, column: string): number | null {
  return line.values[period.columns.findIndex((each) => each.id === column)] ?? null;
}

/** A bar for each line, the longest as long as the chart is wide. A bar with a hidden part has no length at all, since that would tell it. */
export function barsOf(period: Period, rows: readonly PeriodLine[]): Bar[] {
  const counted = rows.map((row) => [valueOf(period, row, 'on_time'), valueOf(period, row, 'late')] as const);
  const most = Math.max(1, ...counted.map(([onTime, late]) => (onTime === null || late === null ? 0 : onTime + late)));
  return rows.map((row, place) => {
    const [onTime, late] = counted[place] ?? [null, null];
    const shown = onTime !== null && late !== null;
    return {
      id: row.id,
      label: row.label,
      onTime: shown ? (100 * onTime) / most : null,
      late: shown ? (100 * late) / most : null,
      counts: [onTime, late],
    };
  });
}
