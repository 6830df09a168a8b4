import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { SessionState } from '../backend/types';
import { useTexts } from '../texts/texts';

interface Props extends Pick<SessionState, 'unreadable'> {
  /** Whether what is wrong stands on this screen. */
  here?: boolean;
}

/** Says that the program's own is used in place of what the office has taken into use, since that cannot be read. */
export function UnreadableAlert({ unreadable, here }: Props) {
  const t = useTexts().frame.unreadable;
  if (unreadable.length === 0) return null;
  return (
    <Alert data-color="warning" className="unreadable-alert" role="alert">
      {unreadable.map((each) => (
        <Paragraph key={each}>{t[each]}</Paragraph>
      ))}
      {!here && <Paragraph>{t.toDo}</Paragraph>}
    </Alert>
  );
}
