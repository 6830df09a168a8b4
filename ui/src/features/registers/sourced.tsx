import type { Statement } from '../../backend/catalogue-types';
import { useTexts, type Texts } from '../../texts/texts';

/** «fra 01.01.2024», or nothing where no day is known. */
export function daysOf(t: Texts['registers'], of: { valid_from: string | null; valid_to: string | null }): string | null {
  if (of.valid_from && of.valid_to) return t.valid.between(of.valid_from, of.valid_to);
  if (of.valid_from) return t.valid.from(of.valid_from);
  return of.valid_to ? t.valid.to(of.valid_to) : null;
}

interface SourceProps {
  source: string;
  days?: { valid_from: string | null; valid_to: string | null; in_force?: boolean };
  notRepeated?: boolean;
}

/** Where it is said, on which days it holds, and what must be known to trust it. */
export function SourceLine({ source, days, notRepeated = false }: SourceProps) {
  const t = useTexts().registers;
  const parts = [
    source,
    days && daysOf(t, days),
    days?.in_force === false && t.valid.notInForce,
    notRepeated && t.valid.notRepeated,
  ];
  return <span className="source">{parts.filter(Boolean).join(' · ')}</span>;
}

/** Statements, each with its source and the days on which it holds. */
export function Statements({ statements }: { statements: readonly Statement[] }) {
  return (
    <ul className="statements">
      {statements.map((each, index) => (
        <li key={index} data-in-force={each.in_force}>
          {each.text} <SourceLine source={each.source} days={each} notRepeated={each.not_repeated} />
        </li>
      ))}
    </ul>
  );
}
