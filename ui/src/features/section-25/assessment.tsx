import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { caseCheck } from '../../backend/commands';
import type { CaseRow, CaseShow, Check } from '../../backend/types';
import { allows } from '../../cases/allows';
import { PreviewHead } from '../../cases/preview-head';
import { useCaseWork } from '../../cases/use-case-work';
import { useWritten } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { DeadlineMark } from '../../marks/deadline-mark';
import { ariaKeys } from '../../frame/shortcuts';
import { useTexts } from '../../texts/texts';
import { Answered } from './answered';
import { ConditionForm, noAnswer, type Answer } from './condition-form';
import { conditionsOf, nextCondition } from './conditions';
import { toldBeside } from './late-failure';

interface Props {
  number: string;
  /** The row in the list; null when the case has left the list since it was chosen. */
  row: CaseRow | null;
  onAnswered: (stillShown: boolean) => void;
  onOpen: () => void;
}

/** One stops at a case before it is opened: opening is logged. */
const STOPS_AT = 250;

/** The assessment beside the queue, in the order of the law: what is answered, and the next condition to answer. */
export function Assessment({ number, row, onAnswered, onOpen }: Props) {
  const texts = useTexts();
  const t = texts.section25.assessment;
  const work = useCaseWork(number, STOPS_AT);
  const { show } = work;
  const next = show && allows(show, 'check') ? nextCondition(show.checks) : null;
  const [answer, setAnswer, forget] = useWritten<Answer>(`condition ${number} ${next?.id ?? ''}`, number, noAnswer);
  const [missing, setMissing] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const answered = useRef(false);
  const shown = useRef(number);
  shown.current = number;
  const [failedIn, setFailedIn] = useState(number);

  useEffect(() => setMissing(false), [number, next?.id]);
  useEffect(() => work.clearFailure(), [number]);
  // After an answer the hands are at the next question, or at the button that is left.
  useEffect(() => {
    if (!answered.current) return;
    answered.current = false;
    pane.current?.querySelector<HTMLElement>('.condition-form button, .condition-form input, .main-action')?.focus();
  }, [next?.id]);

  const save = async (check: Check) => {
    if (!answer.result) return setMissing(true);
    const input = { id: check.id, result: answer.result, note: answer.note.trim() || null };
    const saved = await work.act(
      (version) => caseCheck({ ...version, ...input }),
      t.saved(t.short[check.id] ?? check.text),
    );
    if (!saved) return setFailedIn(number);
    answered.current = shown.current === number;
    forget(answer);
    onAnswered(answered.current);
  };
  const main = next ? () => void save(next) : onOpen;
  useShortcuts({ main });

  const seen = show ?? row;
  return (
    <Pane as="aside" label={t.label} className="preview assessment">
      <div className="preview-body" ref={pane}>
        {seen && (
          <PreviewHead row={seen}>
            <DeadlineMark row={seen} />
          </PreviewHead>
        )}
        {show && !row && show.section_25 && <p className="subtle">{t.movedTo(show.section_25.stage_label)}</p>}
        {show && <Words show={show} />}
        <FailureAlert failure={work.loadFailure ?? toldBeside(work.failure, failedIn, number)} />
        {!show && !work.loadFailure && <p className="subtle">{texts.frame.loading}</p>}
        {show && conditionsOf(show.checks).map((check) => check.result && <Answered key={check.id} check={check} />)}
        {next && (
          <ConditionForm
            key={`${number} ${next.id}`}
            check={next}
            answer={answer}
            missing={missing}
            onChange={(changed) => {
              setMissing(false);
              setAnswer(changed);
            }}
          />
        )}
        {show && <NextStep show={show} next={next} />}
      </div>
      <div className="action-row">
        {next && (
          <Button
            data-color="accent"
            aria-busy={work.pending}
            aria-keyshortcuts={ariaKeys('main')}
            onClick={() => void save(next)}
          >
            {t.save}
          </Button>
        )}
        <Button
          className="main-action"
          variant={next ? 'secondary' : 'primary'}
          data-color={next ? undefined : 'accent'}
          onClick={onOpen}
        >
          {texts.cases.open}
        </Button>
      </div>
    </Pane>
  );
}

/** What the person wrote, cut after a few lines: the case has it all. */
function Words({ show }: { show: CaseShow }) {
  const words = show.grounds ?? show.text;
  if (!words) return null;
  return (
    <p className="subtle words" lang={show.language}>
      «{words}»
    </p>
  );
}

/** What the case waits for, where it is something else than the next condition. */
function NextStep({ show, next }: { show: CaseShow; next: Check | null }) {
  const t = useTexts().section25.assessment;
  const step = show.next_step;
  if (!step || (step.action === 'check' && step.target === next?.id)) return null;
  return (
    <section className="condition">
      <p>
        <strong>{t.next}:</strong> {step.label}
      </p>
      <p className="secondary">{step.why}</p>
    </section>
  );
}
