import { Checkbox } from '@digdir/designsystemet-react';
import { caseDecide, type CaseVersion } from '../../backend/commands';
import { ChoiceField } from '../../form/choice-field';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';
import { groundsOf } from './grounds';
import { GroundsField } from './grounds-field';

interface Decision {
  outcome: string;
  reasons: string;
  /** The identifiers of what it rests on, which are the same in every language. */
  basis: string[];
  grounds: string[];
}

interface Props extends CasePartProps {
  /** The outcome that is proposed, where one is. */
  outcome: string | null;
  onClose: () => void;
}

/** The reasons typed here go into the letter: one text, one place. They are kept if the dialog is closed. */
export function DecideDialog({ show, work, outcome, onClose }: Props) {
  const texts = useTexts();
  const t = texts.case.actions.decide;
  const first: Decision = { outcome: outcome ?? '', reasons: '', basis: show.route?.legal_basis_ids ?? [], grounds: [] };
  const [decision, setDecision, forget] = useWritten<Decision>(`decision ${show.case}`, show.case, first);
  const change = (changed: Partial<Decision>) => setDecision((before) => ({ ...before, ...changed }));
  const reasons = decision.reasons.trim();
  const ids = show.route?.legal_basis_ids ?? [];
  const grounds = groundsOf(show.grounds_to_choose, decision.outcome, decision.grounds);
  const wanted = () => {
    if (!decision.outcome || !reasons) return null;
    // What is not there to be seen does not count.
    const basis = decision.basis.filter((id) => ids.includes(id));
    const input = { outcome: decision.outcome, reasons, legal_basis: basis, grounds: grounds.chosen };
    return (version: CaseVersion) => caseDecide({ ...version, ...input });
  };
  return (
    <CaseForm id="decide" words={t} work={work} change={wanted} onClose={onClose} onDone={forget}>
      {({ tried }) => (
        <>
          <ChoiceField
            path="decide.outcome"
            label={t.outcome}
            value={decision.outcome}
            empty={texts.intake.source.choose}
            choices={show.outcomes.map((each) => ({ value: each.id, label: each.label }))}
            problem={tried && !decision.outcome ? t.outcomeMissing : null}
            onChange={(outcome) => change({ outcome })}
          />
          {grounds.fitting.length > 0 && (
            <GroundsField
              grounds={grounds.fitting}
              chosen={grounds.chosen}
              onChange={(chosen) => change({ grounds: chosen })}
            />
          )}
          <TextField
            path="decide.reasons"
            label={t.reasons}
            {...(grounds.weigh && { hint: grounds.weigh })}
            rows={6}
            lang={show.language}
            value={decision.reasons}
            problem={tried && !reasons ? t.reasonsMissing : null}
            onChange={(typed) => change({ reasons: typed })}
          />
          {ids.length > 0 && (
            <fieldset className="kinds">
              <legend>{t.basis}</legend>
              {ids.map((id, index) => (
                <Checkbox
                  key={id}
                  label={show.route?.legal_basis[index]}
                  value={id}
                  checked={decision.basis.includes(id)}
                  onChange={(event) =>
                    change({
                      basis: event.target.checked
                        ? [...decision.basis, id]
                        : decision.basis.filter((other) => other !== id),
                    })
                  }
                />
              ))}
            </fieldset>
          )}
        </>
      )}
    </CaseForm>
  );
}
