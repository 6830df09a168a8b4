import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { DeliveryAction, Letter, LetterRecipient } from '../../backend/letter-types';
import type { CaseShow } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { readsOnly, useUser } from '../../frame/reader';
import { useTexts } from '../../texts/texts';
import { DeliveryDialog } from './delivery-dialog';

interface Props {
  show: CaseShow;
  letter: Letter;
  today: string;
  /** Reads the case anew when something was recorded, or when somebody else has changed it. */
  onChanged: () => void;
}

/** What became of a letter on its way to each of those who get it, and what can be recorded of it now. */
export function DeliveryPane({ show, letter, today, onChanged }: Props) {
  const t = useTexts().letter.delivery;
  const [wanted, setWanted] = useState<{ recipient: LetterRecipient; action: DeliveryAction } | null>(null);
  const reader = readsOnly(useUser());
  return (
    <section className="delivery" aria-labelledby="delivery-title">
      <Heading level={2} data-size="2xs" id="delivery-title">
        {t.title}
      </Heading>
      <ul className="delivery-recipients">
        {letter.recipients.map((recipient) => (
          <li key={recipient.to}>
            <p className="delivery-who">
              <span>
                {recipient.label}
                {recipient.copy && ` (${t.copy})`}
              </span>
              <Tag variant="outline" data-color={colourOf(recipient)}>
                {recipient.standing_label}
              </Tag>
            </p>
            <p className="secondary">
              {t.sent(recipient.channel_label, shortDate(recipient.sent_on))}
              {recipient.standing_on && ` ${t.since(recipient.standing_label, shortDate(recipient.standing_on))}`}
              {recipient.second_notice_from_on && ` ${t.noticeFrom(shortDate(recipient.second_notice_from_on))}`}
            </p>
            {!reader && recipient.actions.length > 0 && (
              <div className="buttons">
                {recipient.actions.map((action) => (
                  <Button
                    key={action.id}
                    variant="secondary"
                    className="small-action"
                    {...(action.proposed ? { 'data-color': 'accent' as const } : {})}
                    aria-label={`${action.label}: ${recipient.label}`}
                    onClick={() => setWanted({ recipient, action })}
                  >
                    {action.label}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {letter.deliveries.length === 0 ? (
        <p className="subtle">{t.nothing}</p>
      ) : (
        <ol className="delivery-log">
          {letter.deliveries.map((each) => (
            <li key={`${each.at} ${each.text}`}>
              {each.text} <span className="secondary">{each.actor}</span>
            </li>
          ))}
        </ol>
      )}
      {wanted && (
        <DeliveryDialog
          {...wanted}
          letter={letter}
          version={show.version}
          today={today}
          onDone={onChanged}
          onClose={() => setWanted(null)}
        />
      )}
    </section>
  );
}

function colourOf(recipient: LetterRecipient): 'danger' | 'warning' | 'success' | 'neutral' {
  switch (recipient.standing) {
    case 'returned':
      return 'danger';
    case 'unopened':
    case 'second-notice':
      return 'warning';
    case 'delivered':
      return 'success';
    case 'sent':
      return 'neutral';
  }
}
