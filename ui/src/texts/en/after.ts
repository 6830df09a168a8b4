import type { Texts } from '../languages';

const because = (reason: string | null) => (reason ? ` ${reason}` : '');

/** What comes after the answer of a case. */
export const after: Texts['after'] = {
  tab: 'After the answer',
  complaint: {
    title: 'Register a complaint',
    intro: 'The complaint has dates of its own. Those of the case stay as they are.',
    kind: 'What kind of complaint is it?',
    kinds: {
      forvaltningsklage: 'An appeal against the decision, sent to us',
      datatilsynet: 'A letter from Datatilsynet about a complaint there',
    },
    received: 'Day it reached us',
    posted: 'Day it was posted',
    postedHint: 'If you know it. An appeal that was posted in time is in time.',
    replyBy: 'Reply by',
    replyByHint: 'The day by which Datatilsynet asks for a reply, if it gives one.',
    about: 'What is the complaint about?',
    aboutMissing: 'Say in a few words what the complaint is about.',
    save: 'Register the complaint',
    done: 'The complaint is registered.',
  },
  step: {
    title: (kind: string) => kind,
    step: 'What has happened?',
    steps: {
      vurdert: 'We have considered the appeal',
      svart: 'We have answered Datatilsynet',
      avgjort: 'The complaint has been decided',
    },
    view: 'What do we think of the appeal?',
    outcome: 'How did the complaint end?',
    choiceMissing: 'Choose one of the answers.',
    late: 'If the appeal came too late: why is it treated?',
    notLate: 'It came in time',
    lateGrounds: {
      'ikke-lastes': 'The person cannot be blamed for the delay',
      'saerlige-grunner': 'Special reasons make it reasonable to treat the appeal',
    },
    repliedOn: 'Day of our reply',
    decidedOn: 'Day we learned of it',
    notes: { vurdert: 'Why?', svart: 'What did we write?', avgjort: 'What did they write?' },
    noteMissing: 'Write a few words, so that others can understand it.',
    save: 'Save',
    done: 'The complaint is updated.',
  },
  complaints: {
    title: 'Complaints',
    steps: {
      vurdert: 'Consider the appeal',
      svart: 'Record a reply or a decision',
      avgjort: 'Record the decision',
      brev: 'Write the letter to the appeals body',
      gjenapne: 'Reopen the case',
    },
    received: (on: string, posted: string | null) =>
      posted ? `Received ${on}, posted ${posted}.` : `Received ${on}.`,
    replyBy: (on: string) => `Datatilsynet asks for a reply by ${on}.`,
    considered: (view: string, reason: string | null) => `${view}.${because(reason)}`,
    sent: (letter: string, on: string) => `Sent to the appeals body ${on} in letter ${letter}.`,
    replied: (on: string, reply: string | null) => `Answered ${on}.${because(reply)}`,
    decided: (outcome: string, on: string, words: string | null) => `${outcome} ${on}.${because(words)}`,
    reopened: (on: string) => `The case was reopened ${on}.`,
    due: (on: string) => `Next step by ${on}.`,
  },
  reopen: {
    title: 'Reopen the case',
    intro:
      'The answer that was sent and everything in the log stay. The law gives the case no new date. If it was answered, it gets an internal date only, two weeks from today.',
    ground: 'Why is the case reopened?',
    groundMissing: 'Choose why the case is reopened.',
    reason: 'What has happened?',
    reasonMissing: 'Say what has happened, so that others can understand it.',
    save: 'Reopen the case',
    done: 'The case is open again. Decide it anew, and send a new answer.',
  },
  reopenings: {
    title: 'Reopened',
    by: (on: string, by: string, role: string) => `${on} by ${by} (${role})`,
    answer: (letter: string) => `The answer in letter ${letter} stays in the log.`,
  },
  similar: {
    tab: 'Other requests',
    waits: 'Press Enter to see the person’s other requests. That you look at them is logged.',
    explain:
      'Other cases of the same person for the same register and right. Nothing is joined by itself. That you look at them is logged.',
    none: 'The person has no other cases for the same register and right.',
    noNumber: 'The person has no identity number here, so other requests cannot be recognised.',
    what: 'What',
    differs: 'Same?',
    different: 'Differs',
    same: 'Same',
    together: 'Handle together',
    duplicate: 'This is the same request',
  },
  tie: {
    title: {
      sammen: (other: string) => `Handle together with ${other}?`,
      dublett: (other: string) => `The same request as ${other}?`,
    },
    intro: {
      sammen: (_here: string, other: string) => `The cases are linked. Both are answered, and their dates stay. The other one is ${other}.`,
      dublett: (here: string, other: string) =>
        `Case ${here} is closed. The person is answered in case ${other}, which came first. Its date is counted from the day it came.`,
    },
    reason: 'Why?',
    reasonMissing: 'Say why, so that others can understand it.',
    save: { sammen: 'Handle together', dublett: 'Close as a duplicate' },
    done: { sammen: 'The cases are linked.', dublett: 'The case is closed as a duplicate.' },
  },
};
