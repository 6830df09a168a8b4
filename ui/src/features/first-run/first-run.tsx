import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ChevronLeftIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, useState } from 'react';
import { storeCreate } from '../../backend/commands';
import { useOrganisations } from '../../backend/queries';
import type { SessionState } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { ChoiceField } from '../../form/choice-field';
import { focusField } from '../../form/field-id';
import { strengthOf } from '../../form/strength';
import { TextField } from '../../form/text-field';
import { FailureAlert } from '../../frame/failure-alert';
import { LanguageButtons } from '../../frame/language-buttons';
import { useTexts, type Texts } from '../../texts/texts';
import { PassphraseStep, type Answers } from './passphrase-step';
import { StepList } from './step-list';
import './first-run.css';

type Problems = Partial<Record<keyof Answers, string>>;
const FIELDS_OF_STEP: readonly (keyof Answers)[][] = [['store'], ['organisation'], ['name', 'passphrase', 'again']];
const LAST = FIELDS_OF_STEP.length - 1;

/** Everything that is wrong with one step's answers. */
function problemsOf(t: Texts['firstRun'], step: number, answers: Answers): Problems {
  if (step === 0) return answers.store.trim() ? {} : { store: t.where.missing };
  if (step === 1) return answers.organisation ? {} : { organisation: t.office.missing };
  const found: Problems = {};
  if (!answers.name.trim()) found.name = t.passphrase.nameMissing;
  if (strengthOf(answers.passphrase).kind !== 'strong') found.passphrase = t.passphrase.tooShort;
  if (answers.again !== answers.passphrase || !answers.again) found.again = t.passphrase.different;
  return found;
}

export function FirstRun({ session, onOpen }: { session: SessionState; onOpen: (session: SessionState) => void }) {
  const t = useTexts().firstRun;
  const offices = useOrganisations();
  const create = useAction(storeCreate);
  const [step, setStep] = useState(0);
  const [problems, setProblems] = useState<Problems>({});
  const [answers, setAnswers] = useState<Answers>({
    store: session.store, organisation: 'helsedirektoratet', name: '', passphrase: '', again: '',
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [step]);

  const change = (changed: Partial<Answers>) => {
    setAnswers((before) => ({ ...before, ...changed }));
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in changed))));
  };
  const show = (found: Problems) => {
    setProblems(found);
    const first = FIELDS_OF_STEP.flat().find((field) => found[field]);
    if (first) setTimeout(() => focusField(first));
  };
  const next = async () => {
    const found = problemsOf(t, step, answers);
    if (Object.keys(found).length > 0) return show(found);
    if (step < LAST) return setStep(step + 1);
    const { again: _again, ...input } = answers;
    const opened = await create.run(input);
    if (opened) onOpen(opened);
  };

  // What the core refuses about a field stands at that field, on the field's own step.
  useEffect(() => {
    const refused = create.failure?.fields ?? [];
    const found = Object.fromEntries(refused.map((field) => [field.path, field.message])) as Problems;
    const at = FIELDS_OF_STEP.findIndex((fields) => fields.some((field) => found[field]));
    if (at < 0) return;
    setStep(at);
    show(found);
  }, [create.failure]);

  const office = offices.data?.find((each) => each.id === answers.organisation);
  const steps = [
    { title: t.where.step, detail: answers.store },
    { title: t.office.step, detail: office && step > 1 ? `${office.name}, ${t.office.registers(office.registers)}` : '' },
    { title: t.passphrase.step, detail: t.passphrase.unlocks },
  ];
  const part = [t.where, t.office, t.passphrase][step] ?? t.where;

  return (
    <main className="outside">
      <div className="first-run">
        <div className="first-run-side">
          <Heading level={1} data-size="sm">
            {t.title}
          </Heading>
          <Paragraph className="subtle">{t.intro}</Paragraph>
          <StepList steps={steps} current={step} />
          <LanguageButtons />
        </div>
        <form
          noValidate
          className="first-run-main"
          onSubmit={(event) => {
            event.preventDefault();
            void next();
          }}
        >
          <Heading ref={heading} tabIndex={-1} level={2} data-size="xs" className="page-title">
            {part.title}
          </Heading>
          <Paragraph>{part.intro}</Paragraph>
          <div className="stack first-run-fields">
            {step === 0 && (
              <TextField
                path="store"
                label={t.where.label}
                value={answers.store}
                problem={problems.store ?? null}
                onChange={(store) => change({ store })}
              />
            )}
            {step === 1 && (
              <ChoiceField
                path="organisation"
                label={t.office.label}
                value={answers.organisation}
                choices={(offices.data ?? []).map((each) => ({
                  value: each.id,
                  label: `${each.name} (${t.office.registers(each.registers)})`,
                }))}
                problem={problems.organisation ?? null}
                onChange={(organisation) => change({ organisation })}
              />
            )}
            {step === 2 && <PassphraseStep answers={answers} problems={problems} onChange={change} />}
            <FailureAlert failure={offices.failure ?? create.failure} />
          </div>
          <div className="first-run-buttons">
            {step > 0 && (
              <Button variant="tertiary" onClick={() => setStep(step - 1)}>
                <ChevronLeftIcon aria-hidden />
                {t.back}
              </Button>
            )}
            <Button type="submit" data-color="accent" aria-busy={create.pending}>
              {create.pending ? t.creating : step === LAST ? t.create : t.next}
            </Button>
          </div>
        </form>
      </div>
    </main>
  );
}
