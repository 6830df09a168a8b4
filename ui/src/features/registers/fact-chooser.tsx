import type { RegisterShow } from '../../backend/catalogue-types';
import type { RegisterFact } from '../../backend/types';
import { dateOrNull } from '../../dates/parse';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { useDraft } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';

interface Props {
  show: RegisterShow;
  facts: Record<string, string>;
  onChange: (facts: Record<string, string>) => void;
}

/** The facts that decide which rule a case follows, asked as the intake asks them. */
export function FactChooser({ show, facts, onChange }: Props) {
  const t = useTexts().registers.rights;
  const change = (key: string, value: string) => onChange({ ...facts, [key]: value });
  return (
    <div className="row fact-chooser" role="group" aria-label={t.facts}>
      {show.facts.map((fact) =>
        fact.kind === 'date' ? (
          <DateFact key={fact.key} register={show.id} fact={fact} onChange={(on) => change(fact.key, on)} />
        ) : (
          <ChoiceField
            key={fact.key}
            path={`facts.${fact.key}`}
            className="wide"
            label={fact.label}
            value={facts[fact.key] ?? ''}
            choices={fact.values}
            empty={emptyWords(t.choose, t.assumed, fact)}
            onChange={(value) => change(fact.key, value)}
          />
        ),
      )}
    </div>
  );
}

function emptyWords(choose: string, assumed: string, fact: RegisterFact): string {
  const usual = fact.values.find((each) => each.value === fact.default);
  return usual ? `${usual.label} (${assumed})` : choose;
}

/** A date is a fact as soon as it is one. */
function DateFact({ register, fact, onChange }: { register: string; fact: RegisterFact; onChange: (on: string) => void }) {
  const texts = useTexts();
  const [typed, setTyped] = useDraft(`date of ${register} ${fact.key}`, '');
  return (
    <DateField
      path={`facts.${fact.key}`}
      label={fact.label}
      value={typed}
      problem={dateProblem(texts, typed, false)}
      onChange={(value) => {
        setTyped(value);
        onChange(dateOrNull(value) ?? '');
      }}
    />
  );
}
