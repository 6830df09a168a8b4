import { Checkbox, Fieldset } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { Claim } from '../backend/people-types';
import { DateField } from '../form/date-field';
import { TextField } from '../form/text-field';
import { useTexts } from '../texts/texts';
import type { AuthorityDraft } from './acting-draft';

interface Props {
  draft: AuthorityDraft;
  /** What the person asks for: that is what an authority can be narrowed to. */
  claims: readonly Claim[];
  /** The words at the field of this path. */
  problem: (path: string) => string | null;
  edit: (changed: Partial<AuthorityDraft>) => void;
  /** What else can be done beside who has seen the paper. */
  children?: ReactNode;
}

/** What an authority covers, until when it holds, and who has seen the paper; the paper itself is not copied. */
export function AuthorityFields({ draft, claims, problem, edit, children }: Props) {
  const t = useTexts().people.acting.dialog;
  return (
    <>
      <Checkbox
        label={t.narrowed}
        checked={draft.narrowed}
        onChange={(event) => edit({ narrowed: event.target.checked })}
      />
      {draft.narrowed && (
        <>
          <Some
            legend={t.registers}
            choices={claims.map((claim) => [claim.register, claim.register_label])}
            chosen={draft.registers}
            problem={problem('representative.registers')}
            onChange={(registers) => edit({ registers })}
          />
          <Some
            legend={t.rights}
            choices={claims.map((claim) => [claim.right, claim.right_label])}
            chosen={draft.rights}
            problem={problem('representative.rights')}
            onChange={(rights) => edit({ rights })}
          />
        </>
      )}
      <DateField
        path="representative.valid_to"
        label={t.validTo}
        hint={t.validToHint}
        value={draft.validTo}
        problem={problem('representative.valid_to')}
        onChange={(validTo) => edit({ validTo })}
      />
      <div className="row">
        <TextField
          path="representative.seen_by"
          label={t.seenBy}
          value={draft.seenBy}
          problem={problem('representative.seen_by')}
          onChange={(seenBy) => edit({ seenBy })}
        />
        <DateField
          path="representative.seen_on"
          label={t.seenOn}
          value={draft.seenOn}
          problem={problem('representative.seen_on')}
          onChange={(seenOn) => edit({ seenOn })}
        />
      </div>
      {children}
    </>
  );
}

interface SomeProps {
  legend: string;
  choices: readonly (readonly [string, string])[];
  chosen: readonly string[];
  problem: string | null;
  onChange: (chosen: string[]) => void;
}

/** Some of what is claimed, each once. */
function Some({ legend, choices, chosen, problem, onChange }: SomeProps) {
  return (
    <Fieldset className="kinds">
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      {[...new Map(choices)].map(([id, label]) => (
        <Checkbox
          key={id}
          label={label}
          checked={chosen.includes(id)}
          onChange={() => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
        />
      ))}
      {problem && <p role="alert">{problem}</p>}
    </Fieldset>
  );
}
