import { useState } from 'react';
import type { Breach, BreachConcern, BreachStep } from '../../backend/breach-types';
import { breachNext, type CaseVersion } from '../../backend/commands';
import { moment, shortDate } from '../../dates/format';
import { dateOrNull } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useDraft } from '../../frame/drafts';
import { useLanguage, useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';
import { CaseForm } from './case-form';
import { ConcernsField } from './concerns-field';
import { MomentFields, momentOrNull, typed } from './moment-fields';

interface Props extends CasePartProps {
  breach: Breach;
  today: string;
  onClose: () => void;
}

/** What became of a breach: notified or not, told to the persons concerned or not, its number elsewhere, or a correction. */
export function BreachStepDialog({ show, work, breach, today, onClose }: Props) {
  const texts = useTexts();
  const language = useLanguage();
  const t = texts.breach;
  // Where a late notification lacks its reasons, they are added to it; otherwise what is told after it is a supplement.
  const explains = breach.state === 'mangler-begrunnelse';
  const known = explains ? breach.notified_at : null;
  const adds = breach.notified_at !== null && !explains;
  const [step, setStep] = useState<BreachStep>(breach.next[0] ?? 'meldt');
  const [notified, setNotified] = useState(known ? typed(known) : { on: shortDate(today), time: '' });
  const [aware, setAware] = useState(typed(breach.aware_at));
  const [corrected, setCorrected] = useState(breach.notified_at ? typed(breach.notified_at) : null);
  const [concerns, setConcerns] = useState<BreachConcern[]>(breach.concerns.map((each) => each.id));
  const [reference, setReference] = useState('');
  const [why, setWhy] = useState(breach.not_notified.length === 1 ? (breach.not_notified[0]?.id ?? '') : '');
  const [told, setTold] = useState('');
  const [toldOn, setToldOn] = useState(shortDate(today));
  const [risk, setRisk] = useState('');
  const [note, setNote, forget] = useDraft(`breach ${show.case} ${breach.number}`, '');
  const noteNeeded = (step === 'meldt' && explains) || step === 'ikke-meldt' || step === 'rettet' || (step === 'berorte' && told === 'nei');
  const at = step === 'meldt' ? momentOrNull(notified, known) : step === 'rettet' ? momentOrNull(aware, breach.aware_at) : null;
  const notifiedAt = step === 'rettet' && corrected ? momentOrNull(corrected, breach.notified_at) : null;
  const lacks: Record<BreachStep, boolean> = {
    meldt: !at,
    'ikke-meldt': !why,
    berorte: !told || !risk || (told === 'ja' && !dateOrNull(toldOn)),
    referanse: !reference.trim(),
    rettet: !at || concerns.length === 0 || (corrected !== null && !notifiedAt),
  };
  const change = () => {
    if (lacks[step] || (noteNeeded && !note.trim())) return null;
    const persons = step === 'berorte';
    const input = {
      breach: breach.number,
      step,
      at,
      notified_at: notifiedAt,
      concerns: step === 'rettet' ? concerns : [],
      reference: (step === 'meldt' || step === 'referanse') && reference.trim() ? reference.trim() : null,
      why: step === 'ikke-meldt' ? why : null,
      told_on: persons && told === 'ja' ? dateOrNull(toldOn) : null,
      high_risk: persons ? risk === 'ja' : null,
      note: step === 'referanse' ? null : note.trim() || null,
    };
    return (version: CaseVersion) => breachNext({ ...version, ...input });
  };
  const stepLabel = (each: BreachStep) => {
    if (each === 'meldt' && breach.notified_at) return explains ? t.step.explain : t.step.supplement;
    return each === 'ikke-meldt' && breach.notified_at ? t.step.noBreach : t.step.steps[each];
  };
  const words = { title: t.numbered(breach.number), intro: breach.clock.text, save: t.step.save, done: t.step.done };
  return (
    <CaseForm id="breach-step" words={words} work={work} change={change} onClose={onClose} onDone={forget}>
      {({ tried, refused }) => {
        const missing = (value: string) => (tried && !value ? t.step.choiceMissing : null);
        return (
          <>
            <ChoiceField
              path="breach-step.step"
              label={t.step.step}
              value={step}
              choices={breach.next.map((each) => ({ value: each, label: stepLabel(each) }))}
              onChange={(value) => setStep(value as BreachStep)}
            />
            {step === 'meldt' && (
              <MomentFields path="breach-step.at" label={adds ? t.step.supplementAt : t.step.notifiedAt} value={notified} tried={tried} problem={refused('at')} onChange={setNotified} />
            )}
            {step === 'rettet' && (
              <>
                <MomentFields path="breach-step.aware" label={t.aware} value={aware} tried={tried} problem={refused('aware') ?? refused('at')} onChange={setAware} />
                {corrected && (
                  <MomentFields
                    path="breach-step.notified-at"
                    label={t.step.notifiedAt}
                    value={corrected}
                    tried={tried}
                    problem={refused('notified_at')}
                    onChange={setCorrected}
                  />
                )}
                <ConcernsField
                  path="breach-step.concerns"
                  chosen={concerns}
                  problem={(tried && concerns.length === 0 ? t.concernsMissing : null) ?? refused('concerns')}
                  onChange={setConcerns}
                />
              </>
            )}
            {step === 'ikke-meldt' && breach.not_notified.length > 1 && (
              <ChoiceField
                path="breach-step.why"
                label={t.step.why}
                value={why}
                empty={texts.intake.source.choose}
                choices={breach.not_notified.map(({ id, label }) => ({ value: id, label }))}
                problem={missing(why) ?? refused('why')}
                onChange={setWhy}
              />
            )}
            {step === 'berorte' && (
              <>
                <ChoiceField
                  path="breach-step.risk"
                  label={t.step.risk}
                  value={risk}
                  empty={texts.intake.source.choose}
                  choices={choicesOf(t.step.risks)}
                  problem={missing(risk) ?? refused('high_risk')}
                  onChange={setRisk}
                />
                <ChoiceField
                  path="breach-step.told"
                  label={t.step.told}
                  value={told}
                  empty={texts.intake.source.choose}
                  choices={choicesOf(t.step.tolds)}
                  problem={missing(told)}
                  onChange={setTold}
                />
                {told === 'ja' && (
                  <DateField
                    path="breach-step.told-on"
                    label={t.step.toldOn}
                    value={toldOn}
                    problem={(tried ? dateProblem(texts, toldOn, true) : null) ?? refused('told_on')}
                    onChange={setToldOn}
                  />
                )}
              </>
            )}
            {(step === 'meldt' || step === 'referanse') && (
              <TextField
                path="breach-step.reference"
                label={step === 'meldt' ? t.step.notifiedReference : t.reference}
                hint={t.referenceHint}
                value={reference}
                problem={(tried && step === 'referanse' && !reference.trim() ? t.step.referenceMissing : null) ?? refused('reference')}
                onChange={setReference}
              />
            )}
            {step !== 'referanse' && (
              <TextField
                path="breach-step.note"
                label={step === 'meldt' && adds ? t.step.supplementNote : t.step.notes[step]}
                {...(step === 'meldt' && !breach.notified_at ? { hint: t.step.lateHint(moment(breach.clock.due_at, language)) } : {})}
                rows={3}
                value={note}
                problem={(tried && noteNeeded && !note.trim() ? t.step.noteMissing : null) ?? refused('note')}
                onChange={setNote}
              />
            )}
          </>
        );
      }}
    </CaseForm>
  );
}
