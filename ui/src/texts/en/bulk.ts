import type { Texts } from '../languages';

const cases = (count: number) => (count === 1 ? '1 case' : `${count} cases`);
const are = (count: number) => (count === 1 ? '1 case is' : `${count} cases are`);
const were = (count: number) => (count === 1 ? '1 case was' : `${count} cases were`);

export const bulk: Texts['bulk'] = {
  assign: {
    title: 'Assign cases',
    ready: (count) => `${cases(count)} can be assigned.`,
    stopped: (count) => `${cases(count)} will not be assigned:`,
    submit: (count) => `Assign ${cases(count)}`,
    done: (count) => `${are(count)} assigned.`,
  },
  suspend: {
    title: 'Put cases on hold',
    ready: (count) => `${cases(count)} can be put on hold.`,
    stopped: (count) => `${cases(count)} cannot be put on hold:`,
    submit: (count) => `Put ${cases(count)} on hold`,
    done: (count) => `${are(count)} on hold.`,
  },
  close: {
    title: 'Close cases',
    ready: (count) => `${cases(count)} can be closed.`,
    stopped: (count) => `${cases(count)} cannot be closed:`,
    submit: (count) => `Close ${cases(count)}`,
    done: (count) => `${are(count)} closed.`,
  },
  intro: 'Each case is checked by itself. A case that cannot be changed does not stop the others.',
  to: 'Who is to have the cases?',
  choose: 'Choose',
  missing: 'Choose who is to have the cases.',
  ground: 'What was the person asked for?',
  on: 'Date asked',
  replyBy: 'Answer by',
  sentElsewhere: 'Use this when the question was sent in another way than by a letter from here.',
  check: 'See what will happen',
  checking: (left) => `Checking the cases. ${cases(left)} left.`,
  running: (done, of) => `${done} of ${of} are done.`,
  none: 'None of the cases can be changed this way.',
  stop: 'Stop',
  left: (count) => `${were(count)} not changed, because you stopped.`,
  notStopped: (count) => `${were(count)} not changed:`,
  undo: 'Undo',
  undone: (count) => `${were(count)} taken back. Both changes are in the timeline.`,
  notUndone: (count) => `${were(count)} not taken back:`,
  cannotUndo:
    'This cannot be undone for all at once. A closed case is taken up again by reopening it, and that needs a reason in each case.',
  close_dialog: 'Close',
};
