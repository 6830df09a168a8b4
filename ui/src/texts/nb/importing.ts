const requests = (count: number) => (count === 1 ? '1 henvendelse' : `${count} henvendelser`);
const rows = (count: number) => (count === 1 ? '1 rad' : `${count} rader`);

export const importing = {
  open: 'Importer fra fil …',
  title: 'Importer henvendelser fra fil',
  intro: 'Velg en tabell (CSV eller Excel) med én rad for hver henvendelse, eller en JSON-fil. Programmet leser filen først og sier hva som blir registrert. Ingenting blir registrert før du sier ja.',
  columns: 'Kolonnene',
  needed: 'Disse kolonnene må være med: mottatt, kanal, språk, navn eller fødselsnummer, tekst, register og rettighet.',
  optional: 'Disse kan være med: nøkkel, deres referanse, arkivnummer, født, død, skjerming, adresse, land, e-post, identitet, representant, vedlegg, begrunnelse og opplysninger.',
  demands: 'Ber noen om flere ting, skriver du én rad for hvert krav, rett etter hverandre og med samme nøkkel.',
  choose: 'Velg fil …',
  chooseOther: 'Velg en annen fil …',
  checking: (name: string, row: number) => (row > 0 ? `Leser ${name}: ${rows(row)} til nå.` : `Leser ${name} …`),
  stop: 'Stopp',
  ready: (count: number) => `${requests(count)} kan registreres.`,
  known: (count: number) => `${requests(count)} er registrert fra før og blir ikke registrert på nytt.`,
  refused: (count: number) => `${rows(count)} har feil og blir ikke med:`,
  wereRefused: (count: number) => `${rows(count)} hadde feil og ble ikke med:`,
  more: (count: number) => `Og ${rows(count)} til. Lagre radene med feil for å se alle.`,
  place: (row: number, column: string | null, heading: string | null) =>
    `Rad ${row}${column ? `, kolonne ${column}` : ''}${heading ? ` (${heading})` : ''}`,
  notice: (row: number) => `Merk, rad ${row}`,
  save: 'Lagre radene med feil …',
  saved: (path: string) => `Radene er lagret i ${path}. Rett dem der, og importer den filen.`,
  submit: (count: number) => `Registrer ${requests(count)}`,
  nothing: 'Ingen nye henvendelser i filen kan registreres.',
  running: (done: number, of: number) => `Registrerer: ${done} av ${of} er ferdige.`,
  done: (count: number) => `${requests(count)} er registrert.`,
  stopped: (row: number) => `Importen ble stoppet etter rad ${row}. Importer filen på nytt for å ta resten. Det som er registrert, blir ikke registrert to ganger.`,
  close: 'Lukk',
  announced: (count: number) => `${requests(count)} er registrert fra fil.`,
};
