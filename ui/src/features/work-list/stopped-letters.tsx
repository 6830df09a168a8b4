import type { StoppedLetter } from '../../backend/letter-types';

interface Props {
  letters: readonly StoppedLetter[];
  words: (count: number) => string;
}

/** The letters that cannot be issued: what to do, and for which cases. Cases that lack the same stand together. */
export function StoppedLetters({ letters, words }: Props) {
  if (letters.length === 0) return null;
  return (
    <div className="stopped-letters">
      <p>{words(letters.length)}</p>
      <ul>
        {byReason(letters).map(({ reasons, cases }) => (
          <li key={reasons.join()}>
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            <p className="figures secondary">{cases.join(', ')}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The reasons that stop letters, each with the cases of those letters. */
export function byReason(letters: readonly StoppedLetter[]): { reasons: string[]; cases: string[] }[] {
  const groups = new Map<string, { reasons: string[]; cases: string[] }>();
  for (const letter of letters) {
    const reasons = letter.fields.length > 1 ? letter.fields.map((field) => field.message) : [letter.message];
    const group = groups.get(reasons.join()) ?? { reasons, cases: [] };
    group.cases.push(...letter.cases);
    groups.set(reasons.join(), group);
  }
  return [...groups.values()];
}
