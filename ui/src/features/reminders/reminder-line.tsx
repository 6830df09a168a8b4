import { Button, Tag } from '@digdir/designsystemet-react';
import { BellIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import type { Reminder } from '../../backend/work-types';
import { shortDate } from '../../dates/format';
import { useTexts } from '../../texts/texts';

interface Props {
  reminder: Reminder;
  onOpen: () => void;
  /** Null where it cannot be put off, or is just now. */
  onPutOff: (() => void) | null;
}

/** A reminder: its day, a way to the case, and for whom one has it. */
export function ReminderLine({ reminder, onOpen, onPutOff }: Props) {
  const texts = useTexts();
  const t = texts.work.reminders;
  const late = reminder.days_left < 0;
  return (
    <div className="reminder-line">
      <span className="reminder-day" data-late={late || undefined}>
        {late ? <ExclamationmarkTriangleIcon aria-hidden /> : <BellIcon aria-hidden />}
        <span className="figures">{shortDate(reminder.on)}</span> <span>{t.days(reminder.days_left)}</span>
      </span>
      <span className="reminder-what">
        <button type="button" className="link-button" onClick={onOpen}>
          {t.open(reminder.case, reminder.label)}
        </button>
        <span className="secondary">{reminder.title}</span>
        {reminder.covered_for && <Tag variant="outline">{texts.work.assign.covered(reminder.covered_for)}</Tag>}
        {reminder.put_off_until && <span className="secondary">{t.comesAgain(reminder.put_off_until)}</span>}
      </span>
      {onPutOff && (
        <Button variant="tertiary" aria-label={t.putOffOne(reminder.label, reminder.case)} onClick={onPutOff}>
          {t.putOff}
        </Button>
      )}
    </div>
  );
}
