import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { letterIssue } from '../../backend/commands';
import { useLetterDraft, useLetterPreview } from '../../backend/queries';
import type { Letter, LetterInput } from '../../backend/letter-types';
import type { CaseShow } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { ChoiceField } from '../../form/choice-field';
import { useAnnounce } from '../../frame/announcer';
import { useWritten } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { Keys } from '../../frame/keys';
import { Pane } from '../../frame/pane';
import { focusNextProblem } from '../../frame/panes';
import { useCommands } from '../../frame/commands';
import { useShortcuts } from '../../frame/shortcut-provider';
import { useStillHere } from '../../frame/still-here';
import { ariaKeys } from '../../frame/shortcuts';
import { useTexts } from '../../texts/texts';
import { ApprovalNote } from './approval-note';
import { ConfirmIssue } from './confirm-issue';
import { Enclosures } from './enclosures';
import { Gate } from './gate';
import { LetterCases, usualCases } from './letter-cases';
import { LetterHead } from './letter-head';
import { LetterRecipients } from './letter-recipients';
import { PdfView } from '../../pdf/pdf-view';
import { SendBackDialog } from './send-back-dialog';
import { Structure } from './structure';
import { isAsPut, stepOf, useApproval } from './use-approval';

interface Props {
  show: CaseShow;
  kind: string;
  /** The number of the letter that is being corrected. */
  corrects: string | null;
  onKind: (kind: string) => void;
  onBack: () => void;
  onIssued: (letter: Letter) => void;
  /** Reads the case anew, when it has been changed here or by somebody else. */
  onChanged: () => void;
}

interface Typed {
  fields: Record<string, string>;
  send: string | null;
  /** Null until somebody has chosen: then the rules say. */
  to: string | null;
  copies: string[];
  /** Null until somebody has chosen: then the usual ones. */
  cases: string[] | null;
}

const nothingTyped: Typed = { fields: {}, send: null, to: null, copies: [], cases: null };

/** A letter in the making: structure, the true page, the gate. */
export function DraftView({ show, kind, corrects, onKind, onBack, onIssued, onChanged }: Props) {
  const texts = useTexts();
  const t = texts.letter;
  const announce = useAnnounce();
  const stillHere = useStillHere();
  // What was put before a second person is what everybody begins with.
  const put = show.pending_letters.find((each) => each.kind === kind && each.corrects === corrects) ?? null;
  const [typed, setTyped, forget] = useWritten<Typed>(
    `letter ${show.case} ${kind} ${corrects ?? ''}`,
    show.case,
    put ?? nothingTyped,
  );
  const [asking, setAsking] = useState<'issue' | 'send-back' | null>(null);
  const corrected = show.letters.find((each) => each.letter === corrects);
  const cases = typed.cases ?? corrected?.cases ?? usualCases(show, kind);
  const { fields, send, to, copies } = typed;
  const input: LetterInput = { cases, kind, fields, send, to, copies, dated_on: null, corrects };
  const draft = useLetterDraft(input);
  const preview = useLetterPreview(input);
  const issue = useAction(letterIssue);
  const approval = useApproval(show, input);

  const composed = draft.data;
  const ready = composed !== null && !draft.loading && composed.checks.every((each) => each.ok);
  const step = composed && !draft.loading ? stepOf(composed.approval, isAsPut(put, input)) : 'issue';
  const changed = (done: string) => {
    announce(done);
    forget(typed);
    onChanged();
  };
  const main = async () => {
    if (approval.pending) return;
    issue.clear();
    approval.clear();
    if (step === 'ask') {
      if (await approval.ask()) changed(t.approval.asked);
    } else if (step === 'answer') {
      if (await approval.approve()) changed(t.approval.approved);
    } else if (ready) setAsking('issue');
    else announce(t.why);
  };
  const carryOut = async () => {
    const issued = await issue.run({ ...input, send: typed.send ?? composed?.send ?? null, if_version: show.version });
    if (!issued) return;
    announce(t.issued.done(issued.letter));
    forget(typed);
    if (stillHere()) onIssued(issued);
  };
  const mainLabel = { issue: t.issue, ask: t.approval.ask, answer: t.approval.approve }[step];
  useCommands([
    ...(ready || step !== 'issue'
      ? [{ id: 'main', group: 'here' as const, label: mainLabel, shortcut: 'main' as const, run: () => void main() }]
      : []),
    ...(step === 'answer'
      ? [{ id: 'send-back', group: 'here' as const, label: t.approval.sendBack, run: () => setAsking('send-back') }]
      : []),
    { id: 'back', group: 'here', label: t.issued.backToCase, shortcut: 'back', run: onBack },
  ]);
  useShortcuts({ main: () => void main(), 'next-problem': focusNextProblem, back: onBack });

  const chooseCases = (
    <LetterCases
      show={show}
      chosen={cases}
      onChoose={(chosen) => setTyped((before) => ({ ...before, cases: chosen }))}
    />
  );
  const kinds = show.letter_kinds.map((each) => ({ value: each.kind, label: each.label }));
  if (draft.failure && !composed)
    return (
      <div className="letter-refused">
        <LetterHead
          show={show}
          title={kinds.find((each) => each.value === kind)?.label ?? kind}
          state={t.draft}
          last={t.newLetter}
          onBack={onBack}
        >
          <Button variant="secondary" onClick={onBack}>
            {t.issued.backToCase}
          </Button>
        </LetterHead>
        <FailureAlert failure={draft.failure} />
        {chooseCases}
      </div>
    );
  if (!composed) return <p className="loading">{texts.frame.loading}</p>;
  const open = ready || step !== 'issue';
  return (
    <div className="letter">
      <LetterHead show={show} title={composed.kind_label} state={t.draft} last={t.newLetter} onBack={onBack}>
        <Button
          data-color="accent"
          aria-disabled={!open || undefined}
          aria-busy={approval.pending || undefined}
          aria-describedby={open ? undefined : 'issue-why'}
          aria-keyshortcuts={ariaKeys('main')}
          onClick={() => void main()}
        >
          {mainLabel} <Keys of="main" />
        </Button>
        {step === 'answer' && (
          <Button variant="secondary" onClick={() => setAsking('send-back')}>
            {t.approval.sendBack}
          </Button>
        )}
        {!open && (
          <span id="issue-why" className="ds-sr-only">
            {t.why}
          </span>
        )}
      </LetterHead>
      <Pane label={t.structure} className="structure-pane">
        <div className="letter-choices">
          <ChoiceField path="kind" label={t.kind} value={kind} choices={kinds} onChange={onKind} />
          <ChoiceField
            path="send"
            label={t.send}
            value={typed.send ?? composed.send ?? ''}
            {...((typed.send ?? composed.send) ? {} : { empty: t.chooseSend })}
            choices={composed.sends.map((each) => ({ value: each.id, label: each.label }))}
            onChange={(send) => setTyped((before) => ({ ...before, send }))}
          />
          <LetterRecipients
            choices={composed.choices}
            to={composed.to}
            copies={typed.copies}
            onChoose={(chosen) => setTyped((before) => ({ ...before, ...chosen }))}
          />
          {chooseCases}
        </div>
        <ApprovalNote approval={composed.approval} corrects={corrects} />
        <FailureAlert failure={approval.failure ?? draft.failure} />
        <Structure
          sections={composed.sections}
          language={composed.language}
          typed={typed.fields}
          // Whoever approves, approves what was put before them, and changes nothing in it.
          reading={step === 'answer'}
          onType={(field, value) => setTyped((before) => ({ ...before, fields: { ...before.fields, [field]: value } }))}
        />
        <Enclosures titles={composed.attachments} language={composed.language} />
      </Pane>
      <PdfView bytes={preview.data} busy={preview.loading} failure={preview.failure} />
      <Gate checks={composed.checks} busy={draft.loading} />
      {asking === 'send-back' && (
        <SendBackDialog
          number={show.case}
          pending={approval.pending}
          failure={approval.sendBackFailure}
          onSendBack={(reason, sent) =>
            void approval.sendBack(reason).then((done) => {
              if (!done) return;
              sent();
              changed(t.approval.sentBack);
            })
          }
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'issue' && (
        <ConfirmIssue
          draft={composed}
          send={typed.send ?? composed.send}
          pending={issue.pending}
          failure={issue.failure}
          onYes={() => void carryOut()}
          onClose={() => {
            setAsking(null);
            if (issue.failure?.isConflict) onChanged();
          }}
        />
      )}
    </div>
  );
}
