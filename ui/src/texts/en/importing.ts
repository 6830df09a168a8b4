import type { Texts } from '../languages';

const requests = (count: number) => (count === 1 ? '1 request' : `${count} requests`);
const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

export const importing: Texts['importing'] = {
  open: 'Import from a file …',
  title: 'Import requests from a file',
  intro: 'Choose a table (CSV or Excel) with one row for each request, or a JSON file. The program reads the file first and says what will be registered. Nothing is registered until you say yes.',
  columns: 'The columns',
  needed: 'These columns must be there: received_on, channel, language, name or identity_number, text, register and right.',
  optional: 'These can be there: idempotency_key, their_reference, archive_number, born_on, deceased_on, protection, address, country, email, identity.status, representative.name, attachments, grounds and facts.',
  demands: 'If someone asks for several things, write one row for each, right after one another and with the same key.',
  choose: 'Choose a file …',
  chooseOther: 'Choose another file …',
  checking: (name, row) => (row > 0 ? `Reading ${name}: ${rows(row)} so far.` : `Reading ${name} …`),
  stop: 'Stop',
  ready: (count) => `${requests(count)} can be registered.`,
  known: (count) => `${requests(count)} registered before will not be registered again.`,
  refused: (count) => `${rows(count)} with errors will not be included:`,
  wereRefused: (count) => `${rows(count)} with errors were not included:`,
  more: (count) => `And ${rows(count)} more. Save the rows with errors to see all of them.`,
  place: (row, column, heading) => `Row ${row}${column ? `, column ${column}` : ''}${heading ? ` (${heading})` : ''}`,
  notice: (row) => `Note, row ${row}`,
  save: 'Save the rows with errors …',
  saved: (path) => `The rows are saved in ${path}. Correct them there, and import that file.`,
  submit: (count) => `Register ${requests(count)}`,
  nothing: 'No new requests in the file can be registered.',
  running: (done, of) => `Registering: ${done} of ${of} are done.`,
  done: (count) => (count === 1 ? '1 request is registered.' : `${count} requests are registered.`),
  stopped: (row) => `The import was stopped after row ${row}. Import the file again to take the rest. What is registered is not registered twice.`,
  close: 'Close',
  announced: (count) => (count === 1 ? '1 request is registered from a file.' : `${count} requests are registered from a file.`),
};
