import { Checkbox, Fieldset } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseRepresentative, type CaseVersion } from '../../backend/commands';
import type { CaseShow, RepresentativeKind } from '../../backend/types';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { dateOrNull } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';
import { actingOf, representativeOf, type ActingDraft } from './acting-draft';

interface Props extends CasePartProps {
  me: string;
  today: string;
  onClose: () => void;
}

/** Who acts for the person from now on, for what and until when; the paper itself is looked at and not copied. */
export function RepresentativeDialog({ show, work, me, today, onClose }: Props) {
  const texts = useTexts();
  const t = texts.people.acting.dialog;
  const labels = texts.intake.source.representative;
  const [draft, setDraft] = useState(() => actingOf(show.representative, me, shortDate(today)));
  const [reason, setReason] = useState('');
  const edit = (changed: Partial<ActingDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const days = [draft.validTo, draft.seenOn];
  const wanted = () => {
    if (reason.trim() === '' || days.some((day) => dateProblem(texts, day, false))) return null;
    const representative = representativeOf(draft, dateOrNull);
    return (version: CaseVersion) => caseRepresentative({ ...version, representative, reason: reason.trim() });
  };
  return (
    <CaseForm id="representative" words={t} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused: at }) => (
        <>
          <div className="row">
            <ChoiceField
              path="representative.kind"
              label={t.kind}
              value={draft.kind}
              empty={texts.intake.source.choose}
              choices={choicesOf(texts.codes.representative)}
              problem={at('representative.kind')}
              onChange={(kind) => edit({ kind: kind as RepresentativeKind })}
            />
            <TextField path="representative.name" label={t.name} value={draft.name} problem={at('representative.name')} onChange={(name) => edit({ name })} />
          </div>
          <TextField path="representative.address" label={labels.address} rows={2} value={draft.addressLines} problem={at('representative.address')} onChange={(addressLines) => edit({ addressLines })} />
          <TextField path="representative.evidence" label={labels.evidence} hint={t.noCopy} value={draft.evidence} problem={at('representative.evidence')} onChange={(evidence) => edit({ evidence })} />
          <Scope show={show} draft={draft} edit={edit} />
          <DateField
            path="representative.valid_to"
            label={t.validTo}
            hint={t.validToHint}
            value={draft.validTo}
            problem={(tried ? dateProblem(texts, draft.validTo, false) : null) ?? at('representative.valid_to')}
            onChange={(validTo) => edit({ validTo })}
          />
          <div className="row">
            <TextField path="representative.seen_by" label={t.seenBy} value={draft.seenBy} problem={at('representative.seen_by')} onChange={(seenBy) => edit({ seenBy })} />
            <DateField
              path="representative.seen_on"
              label={t.seenOn}
              value={draft.seenOn}
              problem={(tried ? dateProblem(texts, draft.seenOn, false) : null) ?? at('representative.seen_on')}
              onChange={(seenOn) => edit({ seenOn })}
            />
          </div>
          <TextField
            path="representative.reason"
            label={t.reason}
            rows={2}
            value={reason}
            problem={(tried && reason.trim() === '' ? t.reasonMissing : null) ?? at('reason')}
            onChange={setReason}
          />
        </>
      )}
    </CaseForm>
  );
}

interface ScopeProps {
  show: CaseShow;
  draft: ActingDraft;
  edit: (changed: Partial<ActingDraft>) => void;
}

/** What the authority covers, out of what the person asks for. */
function Scope({ show, draft, edit }: ScopeProps) {
  const t = useTexts().people.acting.dialog;
  const unique = (id: 'register' | 'right', label: 'register_label' | 'right_label') => [
    ...new Map(show.claims.map((claim) => [claim[id], claim[label]])),
  ];
  const toggled = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((each) => each !== id) : [...list, id];
  return (
    <>
      <Checkbox
        label={t.narrowed}
        checked={draft.narrowed}
        onChange={(event) => edit({ narrowed: event.target.checked })}
      />
      {draft.narrowed && (
        <>
          <Fieldset className="kinds">
            <Fieldset.Legend>{t.registers}</Fieldset.Legend>
            {unique('register', 'register_label').map(([id, label]) => (
              <Checkbox
                key={id}
                label={label}
                checked={draft.registers.includes(id)}
                onChange={() => edit({ registers: toggled(draft.registers, id) })}
              />
            ))}
          </Fieldset>
          <Fieldset className="kinds">
            <Fieldset.Legend>{t.rights}</Fieldset.Legend>
            {unique('right', 'right_label').map(([id, label]) => (
              <Checkbox
                key={id}
                label={label}
                checked={draft.rights.includes(id)}
                onChange={() => edit({ rights: toggled(draft.rights, id) })}
              />
            ))}
          </Fieldset>
        </>
      )}
    </>
  );
}
