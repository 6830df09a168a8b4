import type { Band, Forecast } from '../../backend/forecast-types';
import { dayAndMonth } from '../../dates/format';
import { useTexts } from '../../texts/texts';
import { marksFor } from './scale';

const WIDTH = 560;
const HEIGHT = 260;
const LEFT = 40;
const RIGHT = 24;
const TOP = 12;
const BOTTOM = 40;
/** How many weeks lie between the marks of the axis. */
const APART = 4;

/** Late cases week by week: a line through the middle of the runs, in a band that eight in ten of them lie in. */
export function Chart({ forecast }: { forecast: Forecast }) {
  const t = useTexts().forecast;
  const now: Band = { low: forecast.late_now, median: forecast.late_now, high: forecast.late_now };
  const points = [{ week: 0, on: forecast.today, late: now }, ...forecast.weeks];
  const last = points[points.length - 1];
  if (!last) return null;
  const marks = marksFor(Math.max(...points.map((point) => point.late.high)));
  const top = marks[marks.length - 1] ?? 1;
  const x = (week: number) => LEFT + ((WIDTH - LEFT - RIGHT) * week) / last.week;
  const y = (count: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * count) / top;
  const at = (week: number, count: number) => `${x(week).toFixed(1)},${y(count).toFixed(1)}`;
  const upper = points.map((point) => at(point.week, point.late.high));
  const lower = points.map((point) => at(point.week, point.late.low)).reverse();
  return (
    <figure className="forecast-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="forecast-chart-name forecast-chart-text">
        <title id="forecast-chart-name">{t.chart.title}</title>
        <desc id="forecast-chart-text">
          {t.chart.text(forecast.late_now, last.week, last.late.median, last.late.low, last.late.high)}
        </desc>
        {marks.map((count) => (
          <g key={count}>
            <line className="chart-line" x1={LEFT} x2={WIDTH - RIGHT} y1={y(count)} y2={y(count)} />
            <text className="chart-mark" x={LEFT - 6} y={y(count) + 4} textAnchor="end">
              {count}
            </text>
          </g>
        ))}
        {points.filter((point) => point.week % APART === 0 || point === last).map((point) => (
          <g key={point.week}>
            <line className="chart-tick" x1={x(point.week)} x2={x(point.week)} y1={y(0)} y2={y(0) + 4} />
            <text className="chart-mark" x={x(point.week)} y={HEIGHT - BOTTOM + 17} textAnchor="middle">
              {point.week === 0 ? t.now : dayAndMonth(point.on)}
            </text>
          </g>
        ))}
        <polygon className="chart-band" points={[...upper, ...lower].join(' ')} />
        <polyline className="chart-edge" points={upper.join(' ')} />
        <polyline className="chart-edge" points={[...lower].join(' ')} />
        <polyline className="chart-middle" points={points.map((point) => at(point.week, point.late.median)).join(' ')} />
      </svg>
      <figcaption>{t.chart.caption}</figcaption>
    </figure>
  );
}
