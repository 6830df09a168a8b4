import { useState } from 'react';
import { casePerson, type CaseVersion } from '../../backend/commands';
import type { IdentityStatus } from '../../backend/types';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { knownOf, updateOf, type KnownPerson } from './person-update';
import { CaseForm } from './case-form';
import { ConfirmedHow } from './confirmed-how';

interface Props extends CasePartProps {
  today: string;
  onClose: () => void;
}

/** What an answer told of the person: who they are and where they live. It counts for every case of the request. */
export function PersonDialog({ show, work, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.case.actions.person;
  const labels = texts.intake.source;
  const before = knownOf(show, shortDate);
  const [known, setKnown] = useState(before);
  const change = (changed: Partial<KnownPerson>) => setKnown((already) => ({ ...already, ...changed }));
  const confirmed = known.identityStatus === 'confirmed';
  const update = updateOf(before, known);
  const wrongDay = confirmed ? dateProblem(texts, known.identityOn, false) : null;
  // What was confirmed before without a method stays as it is while only something else changes.
  const noMethod = update?.identity?.status === 'confirmed' && update.identity.method === null;
  const wanted = () => (update && !wrongDay && !noMethod ? (version: CaseVersion) => casePerson({ ...version, update }) : null);
  return (
    <CaseForm id="person" words={t} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused: at }) => (
        <>
          <TextField path="person.name" label={labels.name} value={known.name} problem={at('person.name')} onChange={(name) => change({ name })} />
          <TextField
            path="person.identity_number"
            label={labels.identityNumber}
            hint={show.person.masked_identity ? t.numberKept(show.person.masked_identity) : t.numberMissing}
            value={known.identityNumber}
            inputMode="numeric"
            problem={at('person.identity_number')}
            onChange={(identityNumber) => change({ identityNumber })}
          />
          {!show.person.protected && (
            <div className="row">
              <TextField
                path="person.address"
                label={labels.address}
                className="wide"
                rows={2}
                value={known.addressLines}
                problem={at('person.address')}
                onChange={(addressLines) => change({ addressLines })}
              />
              <TextField
                path="person.address.country"
                label={labels.country}
                className="narrow"
                value={known.country}
                onChange={(country) => change({ country })}
              />
            </div>
          )}
          <TextField
            path="person.email"
            label={labels.email}
            type="email"
            value={known.email}
            problem={at('person.email')}
            onChange={(email) => change({ email })}
          />
          <ChoiceField
            path="identity.status"
            label={labels.identity}
            value={known.identityStatus}
            choices={choicesOf(texts.codes.identityStatus)}
            onChange={(status) =>
              change({
                identityStatus: status as IdentityStatus,
                ...(status === 'confirmed' && known.identityOn === '' ? { identityOn: shortDate(today) } : {}),
              })
            }
          />
          {confirmed && (
            <ConfirmedHow
              path="identity"
              method={known.identityMethod}
              on={known.identityOn}
              problems={{
                method: (tried && noMethod ? texts.case.checks.methodMissing : null) ?? at('identity.method'),
                on: (tried ? wrongDay : null) ?? at('identity.on'),
              }}
              onMethod={(identityMethod) => change({ identityMethod })}
              onDay={(identityOn) => change({ identityOn })}
            />
          )}
          {tried && !update && <p className="nothing-new">{t.nothingNew}</p>}
        </>
      )}
    </CaseForm>
  );
}
