import { useState } from 'react';
import { caseTake } from '../../backend/work-commands';
import { FailureAlert } from '../../frame/failure-alert';
import { FailurePage } from '../../frame/failure-page';
import { Pane } from '../../frame/pane';
import { useCommands } from '../../frame/commands';
import { useShortcuts } from '../../frame/shortcut-provider';
import { useStillHere } from '../../frame/still-here';
import { useTexts } from '../../texts/texts';
import { CaseActions } from './case-actions';
import { caseCommands } from './case-commands';
import { CaseDialog } from './case-dialog';
import { CaseHead } from './case-head';
import { CaseTabs } from './case-tabs';
import { CaseWarnings } from './case-warnings';
import { DatesPane } from './dates-pane';
import { useCaseWork } from '../../cases/use-case-work';
import type { Wanted } from './wanted';
import './case.css';

interface Props {
  number: string;
  me: string;
  today: string;
  tab: string;
  order: readonly string[];
  /** The list goes on after the order that is known. */
  moreInOrder: boolean;
  /** Reads on in the list, and answers with the longer order. */
  onFurther: () => Promise<readonly string[]>;
  /** The name of the list that one goes back to. */
  back: string;
  onTab: (tab: string) => void;
  onOpen: (number: string) => void;
  onBack: () => void;
  onLetter: (kind: string, issued: string | null, corrects?: string | null) => void;
}

/** Tabs with a form of their own, which tells what went wrong beside it. */
const SHOW_FAILURES = ['notes', 'measures', 'attachments'];

export function CaseScreen(props: Props) {
  const texts = useTexts();
  const work = useCaseWork(props.number);
  const [dialog, setDialog] = useState<Wanted | null>(null);
  const stillHere = useStillHere();
  const { show } = work;

  const takeCase = () =>
    work.act(caseTake, show?.assignee ? texts.work.assign.taken : texts.case.actions.assign.done);
  const carryOut = (wanted: Wanted) => {
    work.clearFailure();
    if (wanted.action === 'take') void takeCase();
    else if (wanted.action === 'task') setDialog({ action: 'task-ask', target: null });
    else if (wanted.action === 'note') props.onTab('notes');
    else if (wanted.action === 'report' || wanted.action === 'attach') props.onTab('attachments');
    else if (wanted.action === 'measure' && !wanted.target) props.onTab('measures');
    else if ((wanted.action === 'letter' || wanted.action === 'approve') && wanted.target)
      props.onLetter(wanted.target, null);
    else if (wanted.action === 'letter') props.onTab('letters');
    else if (wanted.action === 'delivery') openIssued(wanted.target);
    else if (wanted.action === 'check' && !wanted.target) props.onTab('checks');
    // The answer to who somebody is, is about the person; confirming it ends the wait.
    else if (wanted.action === 'resume' && wanted.target === 'identitet') setDialog({ action: 'person', target: null });
    else setDialog(wanted);
  };
  const openIssued = (number: string | null) => {
    const letter = show?.letters.find((each) => each.letter === number);
    if (letter) props.onLetter(letter.kind, letter.letter);
  };
  const step = (by: number) => {
    const at = props.order.indexOf(props.number);
    if (at < 0) return;
    const to = props.order[at + by];
    if (to) return props.onOpen(to);
    if (by > 0 && props.moreInOrder)
      void props.onFurther().then((longer) => {
        const next = longer[at + by];
        if (next && stillHere()) props.onOpen(next);
      });
  };
  useShortcuts({
    main: () => show?.next_step && carryOut(show.next_step),
    neighbour: (event) => step(event.key === 'ArrowUp' ? -1 : 1),
    tabs: 'here',
    back: props.onBack,
  });

  useCommands(show ? caseCommands(texts, show, props, carryOut, step) : []);

  if (work.loadFailure && !show) return <FailurePage failure={work.loadFailure} onRetry={work.reload} />;
  if (!show) return <p className="loading">{texts.frame.loading}</p>;
  return (
    <div className="case">
      <CaseHead
        show={show}
        order={props.order}
        more={props.moreInOrder}
        back={props.back}
        onOpen={props.onOpen}
        onStep={step}
        onBack={props.onBack}
        actions={<CaseActions show={show} me={props.me} onAction={carryOut} />}
      />
      {!dialog && !SHOW_FAILURES.includes(props.tab) && <FailureAlert failure={work.failure} />}
      <Pane label={show.title} className="case-main">
        <CaseWarnings show={show} />
        <CaseTabs
          show={show}
          work={work}
          tab={props.tab}
          today={props.today}
          onTab={props.onTab}
          onAnswer={(check) => {
            work.clearFailure();
            setDialog({ action: 'check', target: check.id });
          }}
          onAction={carryOut}
          onOpen={props.onOpen}
          onLetter={props.onLetter}
        />
      </Pane>
      <DatesPane show={show} />
      {dialog && (
        <CaseDialog
          wanted={dialog}
          me={props.me}
          show={show}
          work={work}
          today={props.today}
          onClose={() => {
            // What was refused in the dialog is not told again beside a form of the tab.
            work.clearFailure();
            setDialog(null);
          }}
          onLetter={(kind) => props.onLetter(kind, null)}
        />
      )}
    </div>
  );
}
