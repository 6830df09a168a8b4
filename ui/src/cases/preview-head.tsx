import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { CaseRow } from '../backend/types';
import { useTexts } from '../texts/texts';
import { personInWords } from './person';

type Seen = Pick<CaseRow, 'case' | 'title' | 'person'>;

/** The top of every preview: which case, whose, and one mark beside the number. */
export function PreviewHead({ row, children }: { row: Seen; children: ReactNode }) {
  const t = useTexts().cases;
  return (
    <>
      <p className="preview-number">
        <span className="secondary figures">{row.case}</span>
        {children}
      </p>
      <Heading level={2} data-size="2xs">
        {row.title}
      </Heading>
      <p>{personInWords(t, row)}</p>
    </>
  );
}
