import { Heading } from '@digdir/designsystemet-react';
import type { CaseShow } from '../../backend/types';
import { longDate, shortDate } from '../../dates/format';
import { useLanguage, useTexts } from '../../texts/texts';

/** What was asked of the person, and what came of it; and a longer deadline, proposed or in force. */
export function Questions({ show }: { show: CaseShow }) {
  const texts = useTexts();
  const t = texts.case;
  const language = useLanguage();
  const { extension, suspensions } = show;
  return (
    <>
      {extension && (
        <section className="route-why">
          <Heading level={2} data-size="2xs">
            {t.extension.title}
          </Heading>
          <p>
            {extension.reason_label}.{' '}
            {extension.notice_on
              ? t.extension.inForce(shortDate(extension.notice_on), longDate(extension.expected_on, language))
              : t.extension.proposed(longDate(extension.expected_on, language))}
          </p>
        </section>
      )}
      {suspensions.length > 0 && (
        <section className="route-why">
          <Heading level={2} data-size="2xs">
            {t.questions.title}
          </Heading>
          <ul className="reasons">
            {suspensions.map((each) => (
              <li key={each.number} data-corrected={each.corrected || undefined}>
                <strong>{each.ground_label}.</strong>{' '}
                {t.questions.asked(shortDate(each.asked_on), shortDate(each.reply_by_on))}{' '}
                {each.reminded_on && each.reminder_reply_by_on
                  && t.questions.reminded(shortDate(each.reminded_on), shortDate(each.reminder_reply_by_on))}{' '}
                {each.corrected ? texts.work.correct.corrected
                  : each.answered_on ? t.questions.answered(shortDate(each.answered_on))
                  : t.questions.waiting}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
