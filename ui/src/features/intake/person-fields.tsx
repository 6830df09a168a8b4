import type { IdentityMethod, IdentityStatus } from '../../backend/types';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { Earlier } from './earlier';
import type { PartProps } from './source-pane';

/** Who is asking, how they are reached, and how sure we are that it is them. */
export function PersonFields({ draft, problems, change }: PartProps) {
  const texts = useTexts();
  const t = texts.intake.source;
  const leave = problems.leave;
  return (
    <>
      <div className="row">
        <TextField
          path="person.name"
          label={t.name}
          value={draft.name}
          problem={problems.at('person.name')}
          onChange={(name) => change({ name })}
        />
        <TextField
          path="person.identity_number"
          label={t.identityNumber}
          value={draft.identityNumber}
          inputMode="numeric"
          problem={problems.at('person.identity_number')}
          onChange={(identityNumber) => change({ identityNumber })}
          onBlur={() => leave('person.identity_number', draft.identityNumber)}
        />
      </div>
      <Earlier draft={draft} />
      <div className="row">
        <TextField
          path="person.address"
          label={t.address}
          value={draft.addressLines}
          rows={2}
          className="wide"
          problem={problems.at('person.address') ?? problems.at('person.address.lines')}
          onChange={(addressLines) => change({ addressLines })}
        />
        <TextField
          path="person.address.country"
          label={t.country}
          value={draft.country}
          className="narrow"
          problem={problems.at('person.address.country')}
          onChange={(country) => change({ country })}
        />
      </div>
      <div className="row">
        <TextField
          path="person.email"
          className="email"
          label={t.email}
          type="email"
          value={draft.email}
          problem={problems.at('person.email')}
          onChange={(email) => change({ email })}
          onBlur={() => leave('person.email', draft.email)}
        />
        <ChoiceField
          path="identity.status"
          label={t.identity}
          value={draft.identityStatus}
          choices={choicesOf(texts.codes.identityStatus)}
          problem={problems.at('identity.status') ?? problems.at('identity')}
          onChange={(status) =>
            change(
              status === 'unchecked'
                ? { identityStatus: 'unchecked', identityMethod: '', identityOn: '' }
                : { identityStatus: status as IdentityStatus },
            )
          }
        />
      </div>
      {draft.identityStatus !== 'unchecked' && (
        <div className="row">
          <ChoiceField
            path="identity.method"
            label={t.identityMethod}
            value={draft.identityMethod}
            empty={t.choose}
            choices={choicesOf(texts.codes.identityMethod)}
            problem={problems.at('identity.method')}
            onChange={(method) => change({ identityMethod: method as IdentityMethod })}
          />
          <DateField
            path="identity.on"
            label={t.identityOn}
            value={draft.identityOn}
            problem={problems.at('identity.on')}
            onChange={(identityOn) => change({ identityOn })}
            onBlur={() => leave('identity.on', draft.identityOn)}
          />
        </div>
      )}
    </>
  );
}
