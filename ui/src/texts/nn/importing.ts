import type { Texts } from '../languages';

const requests = (count: number) => (count === 1 ? '1 førespurnad' : `${count} førespurnader`);
const rows = (count: number) => (count === 1 ? '1 rad' : `${count} rader`);

export const importing: Texts['importing'] = {
  open: 'Importer frå fil …',
  title: 'Importer førespurnader frå fil',
  intro: 'Vel ein tabell (CSV eller Excel) med éi rad for kvar førespurnad, eller ei JSON-fil. Programmet les fila først og seier kva som blir registrert. Ingenting blir registrert før du seier ja.',
  columns: 'Kolonnane',
  needed: 'Desse kolonnane må vere med: motteke, kanal, språk, namn eller fødselsnummer, tekst, register og rett.',
  optional: 'Desse kan vere med: nøkkel, dykkar referanse, arkivnummer, født, død, skjerming, adresse, land, e-post, identitet, representant, vedlegg, grunngiving og opplysningar.',
  demands: 'Ber nokon om fleire ting, skriv du éi rad for kvart krav, rett etter kvarandre og med same nøkkel.',
  choose: 'Vel fil …',
  chooseOther: 'Vel ei anna fil …',
  checking: (name, row) => (row > 0 ? `Les ${name}: ${rows(row)} til no.` : `Les ${name} …`),
  stop: 'Stopp',
  ready: (count) => `${requests(count)} kan registrerast.`,
  known: (count) => `${requests(count)} er registrert frå før og blir ikkje registrert på nytt.`,
  refused: (count) => `${rows(count)} har feil og blir ikkje med:`,
  wereRefused: (count) => `${rows(count)} hadde feil og blei ikkje med:`,
  more: (count) => `Og ${rows(count)} til. Lagre radene med feil for å sjå alle.`,
  place: (row, column, heading) => `Rad ${row}${column ? `, kolonne ${column}` : ''}${heading ? ` (${heading})` : ''}`,
  notice: (row) => `Merk, rad ${row}`,
  save: 'Lagre radene med feil …',
  saved: (path) => `Radene er lagra i ${path}. Rett dei der, og importer den fila.`,
  submit: (count) => `Registrer ${requests(count)}`,
  nothing: 'Ingen nye førespurnader i fila kan registrerast.',
  running: (done, of) => `Registrerer: ${done} av ${of} er ferdige.`,
  done: (count) => (count === 1 ? '1 førespurnad er registrert.' : `${count} førespurnader er registrerte.`),
  stopped: (row) => `Importen blei stoppa etter rad ${row}. Importer fila på nytt for å ta resten. Det som er registrert, blir ikkje registrert to gonger.`,
  close: 'Lukk',
  announced: (count) => (count === 1 ? '1 førespurnad er registrert frå fil.' : `${count} førespurnader er registrerte frå fil.`),
};
