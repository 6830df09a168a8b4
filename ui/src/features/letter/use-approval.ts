import { caseApprove, caseSendBack, letterAskApproval } from '../../backend/commands';
import type { Approval, LetterInput, PendingLetter } from '../../backend/letter-types';
import type { CaseShow } from '../../backend/types';
import { useAction } from '../../backend/use-action';

/** What can be done now with a letter that a second person approves. */
export type Step = 'issue' | 'ask' | 'answer';

/** Asking a second person, and that person's answer. */
export function useApproval(show: CaseShow, input: LetterInput) {
  const ask = useAction(letterAskApproval);
  const approve = useAction(caseApprove);
  const sendBack = useAction(caseSendBack);
  const version = { case: show.case, if_version: show.version };
  return {
    ask: () => ask.run({ ...input, if_version: show.version }),
    approve: () => approve.run(version),
    sendBack: (reason: string) => sendBack.run({ ...version, reason }),
    clear: () => [ask, approve, sendBack].forEach((each) => each.clear()),
    pending: ask.pending || approve.pending || sendBack.pending,
    failure: ask.failure ?? approve.failure,
    sendBackFailure: sendBack.failure,
  };
}

/** Whether what is typed is what was put before a second person. */
export function isAsPut(pending: PendingLetter | null, input: LetterInput): boolean {
  const same = (one: object, other: object) =>
    JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
  const written = Object.fromEntries(Object.entries(input.fields).filter(([, words]) => words.trim() !== ''));
  if (pending === null || input.send !== pending.send || input.to !== pending.to) return false;
  return same(written, pending.fields) && same(input.copies, pending.copies);
}

/** The step that a letter is at: a letter that waits is asked for anew only when it says something else. */
export function stepOf(approval: Approval, asPut: boolean): Step {
  if (approval.may_answer) return 'answer';
  const waits = approval.state === 'asked' && asPut;
  return approval.can_ask && !waits ? 'ask' : 'issue';
}
