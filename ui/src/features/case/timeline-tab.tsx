import type { CaseShow } from '../../backend/types';
import { moment } from '../../dates/format';
import { useLanguage, useTexts } from '../../texts/texts';

/** What has happened, the newest first, as the log has it. */
export function TimelineTab({ timeline }: { timeline: CaseShow['timeline'] }) {
  const t = useTexts().case;
  const language = useLanguage();
  if (timeline.length === 0) return <p className="subtle">{t.timeline.none}</p>;
  return (
    <ol className="timeline" aria-label={t.tabs.timeline}>
      {[...timeline].reverse().map((event) => (
        <li key={event.seq}>
          <time className="secondary figures" dateTime={event.at}>
            {moment(event.at, language)}
          </time>
          <div>
            <p>{event.text}</p>
            <p className="secondary">{event.actor}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
