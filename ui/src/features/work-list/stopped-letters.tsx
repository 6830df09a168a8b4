import type { StoppedLetter } from '../../backend/types';

/** The letters that cannot be issued, each with what to do. */
export function StoppedLetters({ letters, words }: { letters: readonly StoppedLetter[]; words: (count: number) => string }) {
  if (letters.length === 0) return null;
  return (
    <div>
      <p>{words(letters.length)}</p>
      <ul className="stopped-letters">
        {letters.map((letter) => (
          <li key={letter.cases.join()}>
            <span className="figures">{letter.cases.join(', ')}</span>
            {letter.fields.length > 1 ? (
              <ul>
                {letter.fields.map((field) => (
                  <li key={`${field.path} ${field.code}`}>{field.message}</li>
                ))}
              </ul>
            ) : (
              <span> {letter.message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
