import type { CaseRow } from '../backend/types';
import { longDate } from '../dates/format';
import { useLanguage, useTexts } from '../texts/texts';

/** The law's date and the office's own side by side; where the office has none, the law's alone. */
export function DatePair({ row }: { row: Pick<CaseRow, 'due_on' | 'internal_due_on'> }) {
  const t = useTexts().frame.deadline;
  const language = useLanguage();
  if (!row.due_on) return null;
  const days: [string, string | null][] = [
    [t.legal, row.due_on],
    [t.internal, row.internal_due_on],
  ];
  return (
    <dl className="date-pair">
      {days.map(([name, on]) => on && (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <time dateTime={on}>{longDate(on, language)}</time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
