import type { Progress } from './use-import';
import { useTexts } from '../../texts/texts';

interface Props {
  progress: Progress;
  words: (count: number) => string;
}

/** The rows that are not taken in, each with its place in the file, what is wrong and what to do; and what was mended. */
export function RefusedRows({ progress, words }: Props) {
  const t = useTexts().importing;
  const { refused, refusedRows, notices } = progress;
  return (
    <>
      {notices.length > 0 && (
        <ul className="import-rows" tabIndex={0} role="group" aria-label={t.notice(notices[0]?.row ?? 0)}>
          {notices.map((notice) => (
            <li key={`${notice.row} ${notice.path}`}>
              <strong>{t.notice(notice.row)}</strong>: {notice.message}
            </li>
          ))}
        </ul>
      )}
      {refusedRows > 0 && (
        <>
          <p>{words(refusedRows)}</p>
          <ul className="import-rows" tabIndex={0} aria-label={words(refusedRows)}>
            {refused.flatMap(({ row, fields }) =>
              fields.map((field, at) => (
                <li key={`${row} ${at}`}>
                  <strong>{t.place(row, field.column, field.heading)}</strong>: {field.message}
                </li>
              )),
            )}
          </ul>
          {refusedRows > refused.length && <p>{t.more(refusedRows - refused.length)}</p>}
        </>
      )}
    </>
  );
}
