import type { Texts } from '../languages';

export const firstRun: Texts['firstRun'] = {
  title: 'Set up Personvernsak',
  intro: 'Takes about two minutes. Nothing leaves this machine.',
  steps: 'Steps',
  done: 'done',
  now: 'now',
  where: {
    step: 'Choose where the store is to be',
    title: 'Where is the store to be?',
    intro: 'The store is a folder on this machine. Everything in it is encrypted. Choose a local disk, not a network folder.',
    label: 'Folder',
    missing: 'Write which folder the store is to be in.',
  },
  office: {
    step: 'Choose the office',
    title: 'Which office is this?',
    intro: 'The office decides which registers it answers for, and which claims are forwarded.',
    label: 'Office',
    registers: (count) => (count === 1 ? 'answers for 1 register' : `answers for ${count} registers`),
    missing: 'Choose an office.',
  },
  passphrase: {
    step: 'Make your passphrase',
    title: 'Make your passphrase',
    intro: 'The passphrase unlocks all the data. Nobody can retrieve it for you, not even the supplier.',
    unlocks: 'Unlocks the store',
    name: 'Your name',
    label: 'Passphrase',
    hint: 'At least five words. Spaces are allowed.',
    again: 'Repeat the passphrase',
    nameMissing: 'Write your name. It appears in the log and in the letters.',
    tooShort: 'The passphrase is too short. Use at least five words.',
    different: 'The passphrases differ. Write the same one twice.',
    strength: {
      words: (words, more) =>
        `${words === 1 ? 'One word' : `${words} words`}. ${more === 1 ? 'One more' : `${more} more`}, and it is strong enough.`,
      short: 'Five words, but short ones. Use longer words.',
      strong: 'Strong enough.',
    },
  },
  next: 'Next',
  back: 'Back',
  create: 'Make the store',
  creating: 'Making the store …',
};
