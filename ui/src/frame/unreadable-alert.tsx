import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { SessionState } from '../backend/types';
import { useTexts } from '../texts/texts';

/** Says that the program's own is used in place of what the office has taken into use, since that cannot be read. */
export function UnreadableAlert({ unreadable }: Pick<SessionState, 'unreadable'>) {
  const t = useTexts().frame.unreadable;
  if (unreadable.length === 0) return null;
  return (
    <Alert data-color="warning" className="unreadable-alert" role="alert">
      {unreadable.map((each) => (
        <Paragraph key={each}>{t[each]}</Paragraph>
      ))}
      <Paragraph>{t.toDo}</Paragraph>
    </Alert>
  );
}
