import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { requestPreview, requestRegister } from '../../backend/commands';
import { useRegisters, useRequestPreview } from '../../backend/queries';
import type { Claim } from '../../backend/people-types';
import type { Registered, Registers } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { useDroppedFiles } from '../../form/files';
import { ProblemSummary } from '../../form/problem-summary';
import { useAnnounce } from '../../frame/announcer';
import { useCommands } from '../../frame/commands';
import { useDraft, useWritten } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { FailurePage } from '../../frame/failure-page';
import { FormDialog } from '../../frame/form-dialog';
import { Keys } from '../../frame/keys';
import { focusNextProblem } from '../../frame/panes';
import { PageTitle } from '../../frame/page-title';
import { useShortcuts } from '../../frame/shortcut-provider';
import { useStillHere } from '../../frame/still-here';
import { ariaKeys } from '../../frame/shortcuts';
import { useTexts } from '../../texts/texts';
import { ImportDialog } from './import-dialog';
import { emptyDraft, typedOf, type DemandDraft, type IntakeDraft } from './draft';
import { named } from './field-names';
import { OutcomePane } from './outcome-pane';
import { allProblems, inWords, problemsInForm, useShownProblems } from './problems';
import { SourcePane } from './source-pane';
import { useFiles } from './use-files';
import './intake.css';

/** What is demanded, in the words of the catalogue. */
function claimOf(catalogue: Registers | null, { register, right }: DemandDraft): Claim {
  return {
    register,
    register_label: catalogue?.registers.find((each) => each.id === register)?.short ?? register,
    right,
    right_label: catalogue?.rights.find((each) => each.id === right)?.label ?? right,
  };
}

interface Props {
  /** Some request has been registered. */
  onRegistered: () => void;
  /** Shows what was registered, to whoever waits for it. */
  onShow: (registered: Registered) => void;
  onBack: () => void;
  today: string;
  /** Some were registered from a file. */
  onImported: () => void;
}

export function Intake({ today, onRegistered, onShow, onBack, onImported }: Props) {
  const t = useTexts();
  const announce = useAnnounce();
  const [draft, setDraft, forget] = useWritten<IntakeDraft>('intake', null, emptyDraft);
  const [discarding, setDiscarding] = useState(false);
  const [importing, setImporting] = useState(false);
  const catalogue = useRegisters();
  const typed = typedOf(draft);
  const preview = useRequestPreview(typed);
  const files = useFiles(draft, setDraft);
  const drop = useDroppedFiles(files.take);
  const register = useAction(requestRegister);
  // There is one form, also for whoever leaves it and comes back before the answer does.
  const [registering, setRegistering] = useDraft('a request is being registered', false);
  const stillHere = useStillHere();

  const ofForm = problemsInForm(t, draft);
  const problems = useShownProblems(allProblems(t, ofForm, preview.data), { ...typed.draft, files: typed.files });
  const titles = draft.demands.map(
    (demand) =>
      preview.data?.cases.find((each) => each.register === demand.register && each.right === demand.right)?.title ?? '',
  );
  const claims = draft.demands.map((demand) => claimOf(catalogue.data, demand));
  const change = (changed: Partial<IntakeDraft>) => setDraft((before) => ({ ...before, ...changed }));

  useEffect(() => document.getElementById('felt-channel')?.focus(), [catalogue.data === null]);

  const failWith = async () => {
    const seen = await requestPreview(typed).catch(() => preview.data);
    problems.fail(allProblems(t, ofForm, seen));
  };
  const discard = () => {
    if (!registering) setDiscarding(true);
  };
  const submit = async () => {
    if (registering) return;
    if (files.pending) return announce(t.intake.files.looking);
    // Text that is no date never reaches the core, so its problems are gathered with the core's own.
    if (ofForm.length > 0) return failWith();
    setRegistering(true);
    const answer = await register.run(typed);
    setRegistering(false);
    if (!answer) return;
    problems.clear();
    files.end();
    forget();
    announce(t.intake.registered(answer.request, answer.cases.length));
    onRegistered();
    // Whoever has gone elsewhere by now is told, and stays there.
    if (stillHere()) onShow(answer);
  };
  useEffect(() => {
    const refused = register.failure?.fields ?? [];
    if (refused.length > 0) problems.fail(refused.map((each) => inWords(t, each)));
  }, [register.failure]);

  useCommands([
    { id: 'register', group: 'here', label: t.intake.register, shortcut: 'main', run: () => void submit() },
    { id: 'discard', group: 'here', label: t.intake.discard, run: discard },
    { id: 'next-problem', group: 'here', label: t.frame.shortcuts.nextProblem, shortcut: 'next-problem', run: focusNextProblem },
  ]);
  useShortcuts({ main: () => void submit(), 'next-problem': focusNextProblem, back: onBack });

  if (catalogue.failure) return <FailurePage failure={catalogue.failure} onRetry={catalogue.reload} />;
  if (!catalogue.data) return <p className="loading">{t.frame.loading}</p>;
  return (
    <div
      className="intake drop"
      {...drop}
    >
      <header className="page-head">
        <PageTitle focus={false}>{t.intake.title}</PageTitle>
        <p className="subtle">{t.intake.subtitle}</p>
        <Button variant="secondary" className="small-action intake-import" onClick={() => setImporting(true)}>
          {t.importing.open}
        </Button>
      </header>
      {problems.summary.problems.length > 0 && (
        <ProblemSummary
          title={t.intake.problems(problems.summary.problems.length)}
          problems={named(t, problems.summary.problems, titles)}
          round={problems.summary.round}
        />
      )}
      {register.failure && register.failure.fields.length === 0 && <FailureAlert failure={register.failure} />}
      <div className="intake-columns">
        <SourcePane draft={draft} problems={problems} change={change} files={files} claims={claims} today={today} />
        <OutcomePane
          draft={draft}
          problems={problems}
          change={change}
          catalogue={catalogue.data}
          preview={preview.data}
          busy={preview.loading}
        />
      </div>
      <div className="action-row">
        <Button
          data-color="accent"
          aria-busy={registering}
          aria-keyshortcuts={ariaKeys('main')}
          onClick={() => void submit()}
        >
          {registering ? t.intake.registering : t.intake.register} <Keys of="main" />
        </Button>
        <Button variant="tertiary" onClick={discard}>
          {t.intake.discard}
        </Button>
      </div>
      {importing && (
        <ImportDialog
          onClose={(registered) => {
            setImporting(false);
            if (registered > 0) onImported();
          }}
        />
      )}
      {discarding && (
        <FormDialog
          id="discard"
          title={t.intake.discardTitle}
          intro={t.intake.discardText}
          save={t.intake.discardYes}
          pending={false}
          failure={null}
          onSave={() => {
            problems.clear();
            files.forgetAll();
            forget();
            setDiscarding(false);
          }}
          onClose={() => setDiscarding(false)}
        />
      )}
    </div>
  );
}
