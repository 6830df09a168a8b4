import { Button, Checkbox } from '@digdir/designsystemet-react';
import type { Claim } from '../../backend/people-types';
import type { Protection } from '../../backend/types';
import { AuthorityFields } from '../../cases/authority-fields';
import { emptyOtherParent } from '../../cases/other-parent';
import { OtherParentFields } from '../../cases/other-parent-fields';
import { shortDate } from '../../dates/format';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useUser } from '../../frame/reader';
import { useTexts } from '../../texts/texts';
import { aboutChild, actingIn, emptyRepresentative, isChild, type RepresentativeDraft } from './draft';
import type { PartProps } from './source-pane';

interface Props extends PartProps {
  claims: readonly Claim[];
  today: string;
}

/** Whoever acts for the person, for what and until when; letters go to them. */
export function RepresentativeFields({ draft, problems, change, claims, today }: Props) {
  const texts = useTexts();
  const t = texts.intake.source.representative;
  const given = actingIn(draft);
  const me = useUser()?.name ?? '';
  const edit = (changed: Partial<RepresentativeDraft>) =>
    given && change({ representative: { ...given, ...changed } });
  return (
    <>
      <Checkbox
        label={t.any}
        checked={given !== null}
        onChange={(event) => change({ representative: event.target.checked ? emptyRepresentative : null })}
      />
      {given && (
        <>
          <div className="row">
            <ChoiceField
              path="representative.kind"
              label={t.kind}
              value={given.kind}
              empty={texts.intake.source.choose}
              choices={choicesOf(texts.codes.representative)}
              problem={problems.at('representative.kind')}
              onChange={(kind) => edit({ kind: kind as RepresentativeDraft['kind'] })}
            />
            <TextField
              path="representative.name"
              label={t.name}
              value={given.name}
              problem={problems.at('representative.name')}
              onChange={(name) => edit({ name })}
            />
          </div>
          <TextField
            path="representative.address"
            label={t.address}
            value={given.addressLines}
            rows={2}
            problem={problems.at('representative.address') ?? problems.at('representative.address.lines')}
            onChange={(addressLines) => edit({ addressLines })}
          />
          <TextField
            path="representative.evidence"
            label={t.evidence}
            hint={t.evidenceHint}
            value={given.evidence}
            problem={problems.at('representative.evidence')}
            onChange={(evidence) => edit({ evidence })}
          />
          <AuthorityFields draft={given} claims={claims} problem={problems.at} edit={edit}>
            <div className="buttons">
              <Button
                variant="secondary"
                onClick={() => edit({ seenBy: me, seenOn: shortDate(today) })}
              >
                {t.seenNow}
              </Button>
            </div>
          </AuthorityFields>
        </>
      )}
      {aboutChild(draft) && <OtherParent draft={draft} problems={problems} change={change} />}
    </>
  );
}

/** A child may have two with parental responsibility, and a letter goes to one of them at most. */
function OtherParent({ draft, problems, change }: PartProps) {
  const t = useTexts().people.otherParent;
  const given = draft.otherParent;
  return (
    <>
      <Checkbox
        label={t.any}
        checked={given !== null}
        onChange={(event) => change({ otherParent: event.target.checked ? emptyOtherParent : null })}
      />
      {given && (
        <>
          <p className="secondary">{t.explain}</p>
          {problems.at('other_parent') && <p className="live-problem">{problems.at('other_parent')}</p>}
          <OtherParentFields
            draft={given}
            problem={problems.at}
            edit={(changed) => change({ otherParent: { ...given, ...changed } })}
          />
        </>
      )}
    </>
  );
}

/** The day of birth, where it matters, whether the address is protected, and a child's own wish about the parents (pasient- og brukerrettighetsloven § 3-4). */
export function ProtectionFields({ draft, problems, change }: PartProps) {
  const texts = useTexts();
  const t = texts.intake.source;
  return (
    <div className="row protection">
      <DateField
        path="person.born_on"
        label={t.bornOn}
        value={draft.bornOn}
        problem={problems.at('person.born_on')}
        onChange={(bornOn) => change({ bornOn })}
        onBlur={() => problems.leave('person.born_on', draft.bornOn)}
      />
      <ChoiceField
        path="person.protection"
        label={t.protection}
        value={draft.protection}
        choices={choicesOf(texts.codes.protection)}
        problem={problems.at('person.protection')}
        onChange={(protection) => change({ protection: protection as Protection })}
      />
      {isChild(draft) && (
        <ChoiceField
          path="inform_parents"
          label={t.informParents}
          value={draft.informParents}
          empty={t.notAsked}
          choices={choicesOf(t.wishes)}
          onChange={(wish) => change({ informParents: wish as typeof draft.informParents })}
        />
      )}
    </div>
  );
}
