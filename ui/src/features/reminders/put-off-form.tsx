import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { focusField } from '../../form/field-id';
import { useTexts } from '../../texts/texts';
import { dayAfter } from './day-after';

interface Props {
  today: string;
  pending: boolean;
  onSave: (until: string) => void;
  onCancel: () => void;
}

/** Until which day one does not want to be reminded. The core says what the law does not let one put off. */
export function PutOffForm({ today, pending, onSave, onCancel }: Props) {
  const texts = useTexts();
  const t = texts.work.reminders;
  const [until, setUntil] = useState(shortDate(dayAfter(today)));
  const [tried, setTried] = useState(false);
  useEffect(() => {
    focusField('put-off.until');
  }, []);
  const save = () => {
    setTried(true);
    const day = parseDate(until);
    if (day.kind === 'date') onSave(day.on);
  };
  return (
    <form
      className="put-off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <DateField
        path="put-off.until"
        label={t.until_on}
        value={until}
        problem={tried ? dateProblem(texts, until, true) : null}
        onChange={setUntil}
      />
      <div className="buttons">
        <Button type="submit" variant="secondary" aria-busy={pending}>
          {t.save}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          {texts.frame.cancel}
        </Button>
      </div>
    </form>
  );
}
