import type { Period, PeriodLine } from '../../backend/period-types';
import { useTexts } from '../../texts/texts';

interface Props {
  label: string;
  period: Period;
  rows: readonly PeriodLine[];
}

/** The same figures as the files have: a line for each, the total last. */
export function FiguresTable({ label, period, rows }: Props) {
  const t = useTexts().figures;
  const cell = (value: number | null) => {
    if (value !== null) return value;
    return (
      <>
        <span aria-hidden>{period.published ? ':' : '–'}</span>
        <span className="ds-sr-only">{period.published ? t.hidden : t.none}</span>
      </>
    );
  };
  const line = (row: PeriodLine) => (
    <tr key={row.id}>
      <th scope="row">{row.label}</th>
      {row.values.map((value, place) => (
        <td key={period.columns[place]?.id} className="figures">
          {cell(value)}
        </td>
      ))}
    </tr>
  );
  return (
    <table className="figures-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          {period.columns.map((column) => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(line)}</tbody>
      <tfoot>{line(period.total)}</tfoot>
    </table>
  );
}
