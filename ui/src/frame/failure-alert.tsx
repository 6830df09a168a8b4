import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { Failure } from '../backend/failure';
import { useTexts } from '../texts/texts';

/** A failure inside a pane or a dialog: what is wrong, field by field, with the source of the rule. */
export function FailureAlert({ failure }: { failure: Failure | null }) {
  const t = useTexts().frame;
  if (!failure) return null;
  return (
    <Alert data-color={failure.isConflict ? 'warning' : 'danger'} role="alert" className="failure-alert">
      <Paragraph>{failure.isConflict ? t.failure.conflict : failure.message}</Paragraph>
      {failure.fields.length > 0 && (
        <ul>
          {failure.fields.map((field) => (
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
