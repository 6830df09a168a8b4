import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { calendarAlert } from '../backend/notice-commands';
import { useTexts } from '../texts/texts';

/** A place is said not to answer after some time, also to somebody who stays on one screen. */
const NOW_AND_THEN = 30_000;

/** Says once that a calendar file can be written no longer. `place` is the screen: it is asked for whenever that changes. */
export function CalendarAlert({ place }: { place: string }) {
  const t = useTexts().notices;
  const [told, setTold] = useState<string | null>(null);
  const ask = () => void calendarAlert().then((words) => words && setTold(words), () => undefined);
  useEffect(ask, [place]);
  useEffect(() => {
    const timer = window.setInterval(ask, NOW_AND_THEN);
    return () => window.clearInterval(timer);
  }, []);
  if (!told) return null;
  return (
    <Alert data-color="warning" role="alert" className="calendar-alert">
      <Paragraph>{told}</Paragraph>
      <Button variant="tertiary" icon aria-label={t.closeAlert} onClick={() => setTold(null)}>
        <XMarkIcon aria-hidden />
      </Button>
    </Alert>
  );
}
