import { XMarkOctagonFillIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FigureRow } from '../../backend/deadline-types';
import type { Figure } from '../../backend/types';
import { useTexts } from '../../texts/texts';
import { cellAfter, firstCell, type At } from './cell-after';

interface Props {
  label: string;
  figures: readonly { figure: Figure; label: string }[];
  rows: readonly FigureRow[];
  /** The row and the figure whose list is on the screen. */
  chosen: { id: string; figure: Figure } | null;
  onChoose: (row: FigureRow, figure: Figure) => void;
}

/** A table of figures, each of which opens its list. It is one tab stop: arrows move between the figures. */
export function Matrix({ label, figures, rows, chosen, onChoose }: Props) {
  const t = useTexts().deadlines;
  const table = useRef<HTMLTableElement>(null);
  const counts = rows.map((row) => row.counts);
  const [at, setAt] = useState<At | null>(null);
  const here = at && (counts[at[0]]?.[at[1]] ?? 0) > 0 ? at : firstCell(counts);
  const most = Math.max(1, ...counts.map((row) => row[row.length - 1] ?? 0));

  useEffect(() => setAt(null), [rows.map((row) => row.id).join()]);
  const onKey = (event: KeyboardEvent) => {
    const to = here && !event.ctrlKey && !event.altKey && !event.metaKey ? cellAfter(event.key, here, counts) : null;
    if (!to) return;
    event.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.join()}"]`)?.focus();
  };
  return (
    <div className="figure-matrix">
      <table ref={table} aria-label={label} onKeyDown={onKey}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {figures.map(({ figure }) => (
              <th key={figure} scope="col" data-figure={figure}>
                {t.short[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => (
            <tr key={row.id}>
              <th scope="row" title={row.label}>
                {row.label}
              </th>
              {figures.map(({ figure, label: name }, right) => {
                const count = row.counts[right] ?? 0;
                const late = figure === 'forfalt';
                return (
                  <td key={figure} data-figure={figure}>
                    {count === 0 && <span className="subtle figures">0</span>}
                    {count > 0 && (
                      <button
                        type="button"
                        className="figure figures"
                        data-cell={`${down},${right}`}
                        data-late={late || undefined}
                        aria-label={t.cell(row.label, name, count)}
                        aria-pressed={chosen?.id === row.id && chosen.figure === figure}
                        tabIndex={here?.[0] === down && here[1] === right ? 0 : -1}
                        onFocus={() => setAt([down, right])}
                        onClick={() => onChoose(row, figure)}
                      >
                        {late && <XMarkOctagonFillIcon aria-hidden />}
                        {count}
                      </button>
                    )}
                    {figure === 'ubesvart' && (
                      <svg className="bar" aria-hidden>
                        <rect height="100%" width={`${(100 * count) / most}%`} />
                      </svg>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
