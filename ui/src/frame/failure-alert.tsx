import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { Failure } from '../backend/failure';
import { useTexts } from '../texts/texts';

/** A failure inside a pane or a dialog: what is wrong, field by field, with the source of the rule. */
export function FailureAlert({ failure }: { failure: Failure | null }) {
  const t = useTexts().frame;
  if (!failure) return null;
  // A failure of one field says the same as the field.
  const fields = failure.fields.filter((field) => field.message !== failure.message);
  return (
    <Alert data-color={failure.isConflict ? 'warning' : 'danger'} role="alert" className="failure-alert">
      <Paragraph>{failure.isConflict ? t.failure.conflict : failure.message}</Paragraph>
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={`${field.path} ${field.code}`}>{field.message}</li>
          ))}
        </ul>
      )}
      {failure.source && (
        <Paragraph data-size="xs">
          {t.source}: {failure.source}
        </Paragraph>
      )}
    </Alert>
  );
}
