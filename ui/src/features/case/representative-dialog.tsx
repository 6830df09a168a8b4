import { useState } from 'react';
import { caseRepresentative, type CaseVersion } from '../../backend/commands';
import type { RepresentativeKind } from '../../backend/types';
import { actingOf, representativeOf, type ActingDraft } from '../../cases/acting-draft';
import { AuthorityFields } from '../../cases/authority-fields';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { dateOrNull } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

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
  const dayProblem = (path: string) =>
    path === 'representative.valid_to' ? dateProblem(texts, draft.validTo, false)
    : path === 'representative.seen_on' ? dateProblem(texts, draft.seenOn, false)
    : null;
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
          <AuthorityFields
            draft={draft}
            claims={show.claims}
            problem={(path) => (tried ? dayProblem(path) : null) ?? at(path)}
            edit={edit}
          />
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
