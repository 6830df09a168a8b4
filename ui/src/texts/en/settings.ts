import { moment, shortDate } from '../../dates/format';
import type { Texts } from '../languages';

export const settings: Texts['settings'] = {
  title: 'Settings',
  catalogueUnreadable:
    'This is wrong in the office’s own catalogue. Put it right in the folder it came from, and install it again with “registers --install”.',
  parts: {
    office: 'The office',
    users: 'Users and roles',
    internal: 'Internal date',
    approval: 'Approval of letters',
    backup: 'Backup',
    letterTexts: 'Letter texts',
  },
  office: {
    chosen: 'The office was chosen when the store was made. Its profile is in the catalogue and cannot be changed here.',
    body: 'Body',
    ombudsman: 'Data protection officer',
    appeal: 'Appeal body',
    store: 'Store',
    testStore: 'test store',
    registers: (count) => (count === 1 ? 'Answers for 1 register' : `Answers for ${count} registers`),
    columns: { register: 'Register', valid: 'In force', source: 'Source' },
    always: 'Without limit in time',
    from: (from) => `From ${shortDate(from)}`,
    to: (to) => `To ${shortDate(to)}`,
    between: (from, to) => `${shortDate(from)}–${shortDate(to)}`,
    notInForce: 'not in force today',
  },
  users: {
    columns: { name: 'Name', role: 'Role', cleared: 'Protected persons' },
    cleared: 'Cleared',
    notCleared: 'Not cleared',
    add: 'Add a user',
    mayNot: 'A lead or an administrator can add users.',
    remove: {
      open: 'End an access',
      title: 'End an access',
      intro: 'The user can no longer unlock the store. What the user has done remains in the logs. First move open cases to somebody else. If the only data protection officer leaves, the inbox is lost without the recovery code: ask whether it has been made.',
      name: 'User',
      choose: 'Choose a user',
      loseInbox: 'End the access all the same. The inbox may be lost for good.',
      missing: 'Choose who is no longer to have access.',
      save: 'End the access',
      done: (name) => `${name} no longer has access.`,
    },
    dialog: {
      title: 'Add a user',
      intro: 'The user unlocks the store with a passphrase of their own. Let the user type it.',
      name: 'Name',
      nameHint: 'As it is to appear in the log and in the letters.',
      role: 'Role',
      cleared: 'Cleared for persons with a protected address',
      save: 'Add the user',
      nameMissing: 'Write the name of the user.',
      done: (name) => `${name} can now unlock the store.`,
    },
  },
  internal: {
    intro: 'How long before the deadline the office wants its answer out. The internal date changes no deadline in law.',
    label: 'Days before the deadline',
    hint: (most) => `1 to ${most}. 0 means no internal date. If the day is not a working day, the working day before it counts.`,
    now: (days) =>
      days === null ? 'The office has no internal date.'
      : days === 1 ? 'The internal date is 1 day before the deadline.'
      : `The internal date is ${days} days before the deadline.`,
    changed: (at, by) => `Decided ${moment(at, 'en')} by ${by}.`,
    save: 'Save the internal date',
    saved: 'The internal date is saved.',
    invalid: (most) => `Write a whole number from 0 to ${most}.`,
  },
  approval: {
    on: 'A lead approves refusals, erasures and section 25 decisions before they are sent.',
    off: 'Nobody approves letters before they are sent.',
    intro: 'Whoever wrote the letter cannot approve it. If anything is changed afterwards, the letter must be approved again.',
    label: 'A lead is to approve refusals, erasures and section 25 decisions',
  },
  letterTexts: {
    inUse: (source) =>
      source.state === 'built-in' || !source.taken_at ? 'The program’s own texts are in use.'
      : source.state === 'own' ? `The office’s own texts have been in use since ${moment(source.taken_at, 'en')} (${source.taken_by}).`
      : `The office’s own texts from ${moment(source.taken_at, 'en')} (${source.taken_by}) cannot be read. The program’s own are in use for now.`,
    intro:
      'An office can change the words of the letters. Save the program’s texts in a folder, change what is to be different, and choose the folder here. Letters already sent are never changed.',
    choose: 'Choose a folder',
    save: 'Save the program’s texts',
    saved: (folder) => `The texts are in ${folder}. README.md there says how to change them.`,
    goBack: 'Go back to the program’s own',
    sure: 'New letters get the program’s own texts again. To use the office’s own later, choose their folder again.',
    useBuiltIn: 'Use the program’s own',
    wentBack: 'The program’s own letter texts are in use.',
    installed: 'The letter texts are in use.',
    install: 'Put into use',
    mayNot: 'An administrator can put other letter texts into use.',
    faulty: (count) =>
      count === 1 ? 'The folder has 1 error. Nothing was put into use.' : `The folder has ${count} errors. Nothing was put into use.`,
    whyUnreadable: 'This is wrong in the office’s own texts. Put it right in the folder they came from, and choose it again.',
    place: (file, line) => `${file}, line ${line}:`,
    changes: 'This will be different in new letters:',
    nothing: 'The texts in the folder are the same as those in use.',
    references: 'The references to rules',
    names: 'The name in the letterhead',
    logo: 'The logo in the letterhead',
  },
  backup: {
    intro: 'A copy of the whole store, encrypted and with the same passphrases. The copy is opened and checked before it counts.',
    where: 'Choose a memory stick or a disk other than the one the store is on. The copy gets a folder of its own with the date.',
    never: 'No backup has been tried.',
    last: (at) => `A backup was last tried ${moment(at, 'en')}.`,
    now: 'Back up now',
    running: 'Making and checking the copy …',
    mayNot: 'An administrator can make backups.',
    done: 'The backup is made and checked.',
    made: (folder) => `The copy is in ${folder}.`,
    counted: (requests, events) =>
      `It has ${requests === 1 ? '1 request' : `${requests} requests`} and ${events === 1 ? '1 event' : `${events} events`}. All is as it should be.`,
    faulty: 'The copy is made, but not everything in it is right. Tell whoever is responsible for information security.',
  },
};
