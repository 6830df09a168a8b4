import { useAccessLog } from '../../backend/queries';
import { moment } from '../../dates/format';
import { FailureAlert } from '../../frame/failure-alert';
import { useLanguage, useTexts } from '../../texts/texts';

/** Who has looked at the request, the newest first. The core logs that this list was read. */
export function AccessTab({ request }: { request: string }) {
  const texts = useTexts();
  const language = useLanguage();
  const t = texts.case.access;
  const { data, failure } = useAccessLog(request);
  return (
    <>
      <p className="secondary">{t.explain}</p>
      <FailureAlert failure={failure} />
      {!data && !failure && <p className="subtle">{texts.frame.loading}</p>}
      {data && data.entries.length === 0 && <p className="subtle">{t.none}</p>}
      {data && data.entries.length > 0 && (
        <table className="ds-table access-log">
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.what}</th>
            </tr>
          </thead>
          <tbody>
            {[...data.entries].reverse().map((entry) => (
              <tr key={entry.position}>
                <td className="figures">
                  <time dateTime={entry.at}>{moment(entry.at, language)}</time>
                </td>
                <td>{entry.actor}</td>
                <td>{entry.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data?.cut && <p className="secondary">{t.cut}</p>}
    </>
  );
}
