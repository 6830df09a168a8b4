import { Alert } from '@digdir/designsystemet-react';
import type { CaseShow } from '../../backend/types';
import { useTexts } from '../../texts/texts';

/** What to keep in mind in the case. What is proposed stands in the checklist with its reasons, and not here as well. */
export function CaseWarnings({ show }: { show: CaseShow }) {
  const t = useTexts().case;
  const told = show.warnings.filter((each) => !show.proposals.some((proposal) => proposal.action === each.code));
  if (told.length === 0) return null;
  return (
    <Alert data-color="warning" className="case-warnings" aria-label={t.warnings}>
      <ul>
        {told.map((each) => (
          <li key={each.code + each.message}>{each.message}</li>
        ))}
      </ul>
    </Alert>
  );
}
