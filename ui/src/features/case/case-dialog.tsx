import {
  caseArchiveNumber, caseClose, caseOtherParent, caseRepresentative, caseUnlinkNumber,
} from '../../backend/commands';
import { useTexts } from '../../texts/texts';
import { AssignDialog } from './assign-dialog';
import { BreachDialog } from './breach-dialog';
import { BreachStepDialog } from './breach-step-dialog';
import { CaseForm } from './case-form';
import { CheckDialog } from './check-dialog';
import { ComplaintDialog } from './complaint-dialog';
import { ComplaintStepDialog } from './complaint-step-dialog';
import { CorrectDialog } from './correct-dialog';
import { ChildDialog } from './child-dialog';
import { DecideDialog } from './decide-dialog';
import { ExtendDialog } from './extend-dialog';
import { ForwardDialog } from './forward-dialog';
import { LiftDialog, ReviewDialog } from './in-force-dialogs';
import { LinkNumberDialog } from './link-number-dialog';
import { MeasureDialog } from './measure-dialog';
import { OtherParentDialog } from './other-parent-dialog';
import { PersonDialog } from './person-dialog';
import { RepresentativeDialog } from './representative-dialog';
import { ReopenDialog } from './reopen-dialog';
import { ResumeDialog } from './resume-dialog';
import { SuspendDialog } from './suspend-dialog';
import { TaskAskDialog } from './task-ask-dialog';
import { TaskDialog } from './task-dialog';
import { TextDialog } from './text-dialog';
import { WithdrawDialog } from './withdraw-dialog';
import type { CasePartProps } from '../../cases/use-case-work';
import type { Wanted } from './wanted';

interface Props extends CasePartProps {
  wanted: Wanted;
  me: string;
  today: string;
  onClose: () => void;
  onLetter: (kind: string) => void;
}

/** The dialog of an action that asks for something first. */
export function CaseDialog({ wanted, me, today, onLetter, ...part }: Props) {
  const texts = useTexts();
  const { archive, close } = texts.case.actions;
  const people = texts.people;
  const check = part.show.checks.find((each) => each.id === wanted.target);
  const task = part.show.tasks.find((each) => String(each.number) === wanted.target);
  switch (wanted.action) {
    case 'assign':
      return <AssignDialog {...part} me={me} />;
    case 'correct':
      return <CorrectDialog {...part} />;
    case 'task-ask':
      return <TaskAskDialog {...part} me={me} today={today} />;
    case 'task-answer':
      return task ? <TaskDialog {...part} task={task} what="answer" me={me} today={today} /> : null;
    case 'task-remind':
      return task ? <TaskDialog {...part} task={task} what="remind" me={me} today={today} /> : null;
    case 'task-give':
      return task ? <TaskDialog {...part} task={task} what="give" me={me} today={today} /> : null;
    case 'task-drop':
      return task ? <TaskDialog {...part} task={task} what="drop" me={me} today={today} /> : null;
    case 'check':
      return check ? <CheckDialog {...part} check={check} today={today} /> : null;
    case 'suspend':
      return <SuspendDialog {...part} today={today} />;
    case 'resume':
      return <ResumeDialog {...part} today={today} ground={wanted.target} />;
    case 'decide':
      return <DecideDialog {...part} outcome={wanted.target} />;
    case 'extend':
      return <ExtendDialog {...part} onNotice={() => onLetter('extension-notice')} />;
    case 'forward':
      return <ForwardDialog {...part} />;
    case 'withdraw':
      return <WithdrawDialog {...part} today={today} />;
    case 'measure': {
      const measure = part.show.measures.find((each) => each.id === wanted.target);
      return measure ? <MeasureDialog {...part} measure={measure} today={today} /> : null;
    }
    case 'archive':
      return (
        <TextDialog
          id="archive"
          words={archive}
          field={{ name: 'number', label: archive.number, missing: archive.missing, before: part.show.archive_number ?? '' }}
          work={part.work}
          change={(version, number) => caseArchiveNumber({ ...version, number })}
          onClose={part.onClose}
        />
      );
    case 'complaint': {
      const complaint = part.show.complaints.find((each) => String(each.number) === wanted.target);
      return complaint ? (
        <ComplaintStepDialog {...part} complaint={complaint} today={today} />
      ) : (
        <ComplaintDialog {...part} today={today} />
      );
    }
    case 'breach': {
      const breach = part.show.breaches.find((each) => String(each.number) === wanted.target);
      return breach ? <BreachStepDialog {...part} breach={breach} today={today} /> : <BreachDialog {...part} today={today} />;
    }
    case 'reopen':
      return <ReopenDialog {...part} />;
    case 'person':
      return <PersonDialog {...part} today={today} />;
    case 'representative':
      return <RepresentativeDialog {...part} me={me} today={today} />;
    case 'end-representative':
      return (
        <TextDialog
          id="end-representative"
          words={people.acting.endDialog}
          field={{ name: 'reason', label: people.acting.endDialog.reason, missing: people.acting.dialog.reasonMissing, rows: 2 }}
          work={part.work}
          change={(version, reason) => caseRepresentative({ ...version, representative: null, reason })}
          onClose={part.onClose}
        />
      );
    case 'other-parent':
      return <OtherParentDialog {...part} />;
    case 'end-other-parent':
      return (
        <TextDialog
          id="end-other-parent"
          words={people.otherParent.endDialog}
          field={{ name: 'reason', label: people.otherParent.endDialog.reason, missing: people.otherParent.dialog.reasonMissing, rows: 2 }}
          work={part.work}
          change={(version, reason) => caseOtherParent({ ...version, parent: null, reason })}
          onClose={part.onClose}
        />
      );
    case 'child':
      return <ChildDialog {...part} today={today} />;
    case 'link-number':
      return <LinkNumberDialog {...part} />;
    case 'unlink-number':
      return (
        <TextDialog
          id="unlink-number"
          words={people.numbers.unlinkDialog}
          field={{ name: 'reason', label: people.numbers.unlinkDialog.reason, missing: people.numbers.unlinkDialog.reasonMissing, rows: 2 }}
          work={part.work}
          change={(version, reason) => caseUnlinkNumber({ ...version, place: Number(wanted.target), reason })}
          onClose={part.onClose}
        />
      );
    case 'review':
      return <ReviewDialog {...part} />;
    case 'lift':
      return <LiftDialog {...part} today={today} />;
    case 'close':
      return <CaseForm id="close" words={close} work={part.work} change={() => caseClose} onClose={part.onClose} />;
    default:
      return null;
  }
}
