import type { Texts } from '../languages';

/** Breaches of personal data security that a case has shown. */
export const breach: Texts['breach'] = {
  tab: 'Breaches',
  title: 'Breaches that the case has shown',
  explain:
    'A breach is dealt with in the system for breaches. Here it says that the case has shown it, when it must be notified and what has been done. The case’s own dates do not move.',
  numbered: (number: number) => `Breach ${number}`,
  register: {
    title: 'Register a breach',
    intro:
      'Use this when the case shows that personal data may have gone astray, been altered or been lost. The dates of the case stay as they are.',
    save: 'Register the breach',
    done: 'The breach is registered.',
  },
  aware: 'When did we become aware of it?',
  day: 'Day',
  time: 'Time of day',
  about: 'What has happened?',
  aboutHint: 'Be brief, and give no more personal data than necessary.',
  aboutMissing: 'Say in a few words what has happened.',
  concerns: 'What does the breach concern?',
  concernsMissing: 'Choose at least one.',
  kinds: {
    konfidensialitet: { label: 'Confidentiality', meaning: 'Somebody was given or saw what they should not have.' },
    integritet: { label: 'Integrity', meaning: 'Data were altered that should not have been.' },
    tilgjengelighet: { label: 'Availability', meaning: 'Data were lost, or nobody could reach them.' },
  },
  reference: 'Number in the system for breaches',
  referenceHint: 'It can be added later. Write it without spaces.',
  update: 'Update',
  updateOne: (number: number) => `Update breach ${number}`,
  concernsLine: (concerns: readonly string[]) => `Concerns ${concerns.join(', ')}.`,
  corrected: (reason: string | null) => (reason ? `Corrected: ${reason}` : 'Corrected. The reason has been erased.'),
  notified: (at: string, reference: string | null, inTime: boolean) =>
    `Notified to Datatilsynet on ${at}, ${inTime ? 'in time' : 'after the 72 hours'}.${reference ? ` Number ${reference}.` : ''}`,
  settled: (why: string, on: string, notified: boolean) =>
    notified ? `${why} (assessed ${on}).` : `Not notified (assessed ${on}). ${why}.`,
  referenceLine: (reference: string) => `Number in the system for breaches: ${reference}.`,
  toDo: (what: string, at: string | null) => (at ? `${what}. Due ${at}.` : `${what}.`),
  left: (hours: number) =>
    hours === 0 ? 'Less than an hour left.' : hours === 1 ? '1 hour left.' : `${hours} hours left.`,
  late: (hours: number) =>
    hours === 0
      ? 'The time ran out less than an hour ago.'
      : hours === 1
        ? 'The time ran out 1 hour ago.'
        : hours <= 72
          ? `The time ran out ${hours} hours ago.`
          : `The time ran out ${Math.floor(hours / 24)} days ago.`,
  sameIn: 'The same breach in',
  step: {
    step: 'What do you want to record?',
    steps: {
      meldt: 'The breach was notified to Datatilsynet',
      'ikke-meldt': 'The breach is not to be notified',
      berorte: 'Whether the persons concerned are told',
      referanse: 'Its number in the system for breaches',
      rettet: 'Correct the time or what it concerns',
    },
    explain: 'Why it was notified late',
    supplement: 'More was sent to Datatilsynet about it',
    noBreach: 'It was no breach after all',
    notifiedAt: 'When was it notified?',
    supplementAt: 'When was it sent?',
    supplementNote: 'What was sent?',
    notifiedReference: 'Number of the notification',
    lateHint: (due: string) => `Required where the breach was notified after ${due}.`,
    why: 'Why is it not notified?',
    risk: 'Is the breach likely to result in a high risk to the persons concerned?',
    risks: { ja: 'Yes, a high risk is likely', nei: 'No, a high risk is unlikely' },
    told: 'Have the persons concerned been told?',
    tolds: { ja: 'Yes, they have been told', nei: 'No, and they are not to be told' },
    toldOn: 'Day on which they were told',
    choiceMissing: 'Choose one of the answers.',
    referenceMissing: 'Write the number.',
    notes: {
      meldt: 'Why was it notified late?',
      'ikke-meldt': 'Give reasons for the assessment',
      berorte: 'Give reasons for the assessment',
      rettet: 'What was wrong?',
    },
    noteMissing: 'Give reasons. Every breach must be documented.',
    save: 'Save',
    done: 'The breach is updated.',
  },
};
