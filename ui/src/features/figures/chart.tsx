import { useId } from 'react';
import { useTexts } from '../../texts/texts';
import type { Bar } from './bars';

interface Props {
  label: string;
  bars: readonly Bar[];
}

/** What was answered on time and late, a bar for each line. What is late is hatched as well as coloured, and each bar says its numbers. */
export function Chart({ label, bars }: Props) {
  const t = useTexts().figures;
  const hatch = useId();
  const told = bars.map((bar) => t.bar(bar.label, ...bar.counts)).join('. ');
  return (
    <figure className="figures-chart">
      <figcaption>
        {label}
        <ul>
          <Key label={t.onTime} />
          <Key label={t.late} fill={`url(#${hatch})`} />
        </ul>
      </figcaption>
      <svg width="0" height="0" aria-hidden className="figures-patterns">
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="bar-late" />
          <rect width="2" height="6" className="bar-hatch" />
        </pattern>
      </svg>
      <div role="img" aria-label={told} className="figures-bars">
        {bars.map((bar) => (
          <div key={bar.id} className="figures-bar" aria-hidden>
            <span className="bar-label">{bar.label}</span>
            <svg className="bar-picture" width="100%" height="14">
              {bar.onTime !== null && bar.late !== null && (
                <>
                  <rect width={`${bar.onTime}%`} height="14" className="bar-on-time" />
                  <rect x={`${bar.onTime}%`} width={`${bar.late}%`} height="14" fill={`url(#${hatch})`} />
                </>
              )}
            </svg>
            <span className="bar-count figures">{t.counts(...bar.counts)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

function Key({ label, fill }: { label: string; fill?: string }) {
  return (
    <li>
      <svg width="16" height="11" aria-hidden>
        <rect width="16" height="11" {...(fill ? { fill } : { className: 'bar-on-time' })} />
      </svg>
      {label}
    </li>
  );
}
