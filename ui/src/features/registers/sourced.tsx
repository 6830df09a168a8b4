import type { Statement } from '../../backend/catalogue-types';
import { validDays, type Valid } from '../../dates/valid-days';
import { useTexts } from '../../texts/texts';

interface SourceProps {
  source: string;
  days?: Valid & { in_force?: boolean };
  notRepeated?: boolean;
}

/** Where it is said, on which days it holds, and what must be known to trust it. */
export function SourceLine({ source, days, notRepeated = false }: SourceProps) {
  const t = useTexts().registers;
  const parts = [
    source,
    days && validDays(t.valid, days),
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
