import type { IdentityMethod } from '../../backend/types';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField } from '../../form/date-field';
import { useTexts } from '../../texts/texts';

interface Props {
  /** What the fields are called: `identity` beside what is known of a person, `check` in the checklist. */
  path: string;
  method: IdentityMethod | '';
  on: string;
  problems: { method: string | null; on: string | null };
  onMethod: (method: IdentityMethod | '') => void;
  onDay: (on: string) => void;
}

/** How and when it was confirmed who the person is. No copy of a document is kept. */
export function ConfirmedHow({ path, method, on, problems, onMethod, onDay }: Props) {
  const texts = useTexts();
  const labels = texts.intake.source;
  return (
    <>
      <p className="secondary">{texts.people.identity.noCopy}</p>
      <div className="row">
        <ChoiceField
          path={`${path}.method`}
          label={labels.identityMethod}
          value={method}
          empty={labels.choose}
          choices={choicesOf(texts.codes.identityMethod)}
          problem={problems.method}
          onChange={(chosen) => onMethod(chosen as IdentityMethod | '')}
        />
        <DateField path={`${path}.on`} label={labels.identityOn} value={on} problem={problems.on} onChange={onDay} />
      </div>
    </>
  );
}
