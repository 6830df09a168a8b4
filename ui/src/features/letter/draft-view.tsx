import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { letterIssue } from '../../backend/commands';
import { useLetterDraft, useLetterPreview } from '../../backend/queries';
import type { CaseShow, Letter, LetterInput } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { ChoiceField } from '../../form/choice-field';
import { useAnnounce } from '../../frame/announcer';
import { useDraft } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { Keys } from '../../frame/keys';
import { Pane } from '../../frame/pane';
import { focusNextProblem } from '../../frame/panes';
import { useShortcuts } from '../../frame/shortcut-provider';
import { useTexts } from '../../texts/texts';
import { ConfirmIssue } from './confirm-issue';
import { Gate } from './gate';
import { LetterCases, usualCases } from './letter-cases';
import { LetterHead } from './letter-head';
import { PdfView } from './pdf-view';
import { Structure } from './structure';

interface Props {
  show: CaseShow;
  kind: string;
  onKind: (kind: string) => void;
  onBack: () => void;
  onIssued: (letter: Letter) => void;
  /** Reads the case anew, when somebody else has changed it. */
  onConflict: () => void;
}

interface Typed {
  fields: Record<string, string>;
  send: string | null;
  /** Null until somebody has chosen: then the usual ones. */
  cases: string[] | null;
}

const nothingTyped: Typed = { fields: {}, send: null, cases: null };

/** A letter in the making: structure, the true page, the gate. */
export function DraftView({ show, kind, onKind, onBack, onIssued, onConflict }: Props) {
  const texts = useTexts();
  const t = texts.letter;
  const announce = useAnnounce();
  const [typed, setTyped, forget] = useDraft<Typed>(`letter ${show.case} ${kind}`, nothingTyped);
  const [confirming, setConfirming] = useState(false);
  const cases = typed.cases ?? usualCases(show, kind);
  const input: LetterInput = { cases, kind, fields: typed.fields, send: typed.send, dated_on: null };
  const draft = useLetterDraft(input);
  const preview = useLetterPreview(input);
  const issue = useAction(letterIssue);

  const composed = draft.data;
  const ready = composed !== null && !draft.loading && composed.checks.every((each) => each.ok);
  const ask = () => {
    issue.clear();
    if (ready) setConfirming(true);
    else announce(t.why);
  };
  const carryOut = async () => {
    const issued = await issue.run({ ...input, send: typed.send ?? composed?.send ?? null, if_version: show.version });
    if (!issued) return;
    announce(t.issued.done(issued.letter));
    forget();
    onIssued(issued);
  };
  useShortcuts({ main: ask, 'next-problem': focusNextProblem, back: onBack });

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
  return (
    <div className="letter">
      <LetterHead show={show} title={composed.kind_label} state={t.draft} last={t.newLetter} onBack={onBack}>
        <Button
          data-color="accent"
          aria-disabled={!ready || undefined}
          aria-describedby={ready ? undefined : 'issue-why'}
          aria-keyshortcuts="Control+Enter"
          onClick={ask}
        >
          {t.issue} <Keys of="main" />
        </Button>
        {!ready && (
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
          {chooseCases}
        </div>
        <FailureAlert failure={draft.failure} />
        <Structure
          sections={composed.sections}
          language={composed.language}
          typed={typed.fields}
          onType={(field, value) => setTyped((before) => ({ ...before, fields: { ...before.fields, [field]: value } }))}
        />
      </Pane>
      <PdfView bytes={preview.data} busy={preview.loading} failure={preview.failure} />
      <Gate checks={composed.checks} busy={draft.loading} />
      {confirming && (
        <ConfirmIssue
          draft={composed}
          send={typed.send ?? composed.send}
          pending={issue.pending}
          failure={issue.failure}
          onYes={() => void carryOut()}
          onClose={() => {
            setConfirming(false);
            if (issue.failure?.isConflict) onConflict();
          }}
        />
      )}
    </div>
  );
}
