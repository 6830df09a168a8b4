import { Checkbox } from '@digdir/designsystemet-react';
import type { CaseShow } from '../../backend/types';
import { useTexts } from '../../texts/texts';

/** Letters about one case; all others are about the request as a whole until somebody says otherwise. */
const ABOUT_ONE = [
  'answer',
  'access-answer',
  'section-25-decision',
  'kassasjon-opinion',
  'recipients-notice',
  'restriction-lift-notice',
  'complaint-forwarding',
];

/** The cases that a letter of this kind carries from the start. */
export function usualCases(show: CaseShow, kind: string): string[] {
  // A decision under section 25 is told in an answer only together with the answers to other claims.
  const amongOthers = kind === 'answer' && show.letter_kinds.some((each) => each.kind === 'section-25-decision');
  const one = ABOUT_ONE.includes(kind) && !amongOthers;
  return one || show.siblings.length === 0 ? [show.case] : show.siblings;
}

interface Props {
  show: CaseShow;
  chosen: readonly string[];
  onChoose: (cases: string[]) => void;
}

/** Which cases of the request the letter is about. The case one came from is always among them. */
export function LetterCases({ show, chosen, onChoose }: Props) {
  const t = useTexts().letter;
  if (show.siblings.length < 2) return null;
  return (
    <fieldset className="letter-cases">
      <legend>{t.cases}</legend>
      {show.siblings.map((each) => (
        <Checkbox
          key={each}
          label={each}
          value={each}
          checked={chosen.includes(each)}
          readOnly={each === show.case}
          onChange={(event) => {
            if (each === show.case) return;
            const wanted = event.target.checked;
            onChoose(show.siblings.filter((other) => (other === each ? wanted : chosen.includes(other))));
          }}
        />
      ))}
    </fieldset>
  );
}
