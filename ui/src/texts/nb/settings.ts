import { moment, shortDate } from '../../dates/format';

export const settings = {
  title: 'Innstillinger',
  catalogueUnreadable:
    'Dette er galt i kontorets egen katalog. Rett det i mappen den kom fra, og ta den i bruk på nytt med «registers --install».',
  parts: {
    office: 'Kontoret',
    users: 'Brukere og roller',
    internal: 'Intern frist',
    approval: 'Godkjenning av brev',
    backup: 'Sikkerhetskopi',
    letterTexts: 'Brevtekster',
  },
  office: {
    chosen: 'Kontoret ble valgt da lageret ble laget. Profilen står i katalogen og kan ikke endres her.',
    body: 'Virksomhet',
    ombudsman: 'Personvernombud',
    appeal: 'Klageinstans',
    store: 'Lager',
    testStore: 'testlager',
    registers: (count: number) => (count === 1 ? 'Svarer for 1 register' : `Svarer for ${count} registre`),
    columns: { register: 'Register', valid: 'Gjelder', source: 'Kilde' },
    always: 'Uten tidsgrense',
    from: (from: string) => `Fra ${shortDate(from)}`,
    to: (to: string) => `Til ${shortDate(to)}`,
    between: (from: string, to: string) => `${shortDate(from)}–${shortDate(to)}`,
    notInForce: 'gjelder ikke i dag',
  },
  users: {
    columns: { name: 'Navn', role: 'Rolle', cleared: 'Skjermede personer' },
    cleared: 'Klarert',
    notCleared: 'Ikke klarert',
    add: 'Legg til bruker',
    mayNot: 'En leder eller en administrator kan legge til brukere.',
    remove: {
      open: 'Avslutt en tilgang',
      title: 'Avslutt en tilgang',
      intro: 'Brukeren kan ikke lenger låse opp lageret. Det brukeren har gjort, blir stående i loggene. Flytt åpne saker til en annen først. Slutter det eneste personvernombudet, er innboksen tapt uten gjenopprettingskoden: spør om den er laget.',
      name: 'Bruker',
      choose: 'Velg en bruker',
      loseInbox: 'Avslutt tilgangen likevel. Innboksen kan gå tapt for godt.',
      missing: 'Velg hvem som ikke lenger skal ha tilgang.',
      save: 'Avslutt tilgangen',
      done: (name: string) => `${name} har ikke lenger tilgang.`,
    },
    dialog: {
      title: 'Legg til bruker',
      intro: 'Brukeren låser opp lageret med sin egen passfrase. La brukeren skrive den selv.',
      name: 'Navn',
      nameHint: 'Slik det skal stå i loggen og i brevene.',
      role: 'Rolle',
      cleared: 'Klarert for personer med skjermet adresse',
      save: 'Legg til brukeren',
      nameMissing: 'Skriv navnet på brukeren.',
      done: (name: string) => `${name} kan nå låse opp lageret.`,
    },
  },
  internal: {
    intro: 'Så lenge før svarfristen vil kontoret ha svaret ute. Den interne fristen endrer ingen frist etter loven.',
    label: 'Dager før svarfristen',
    hint: (most: number) => `1 til ${most}. 0 betyr ingen intern frist. Faller dagen på en fridag, gjelder virkedagen før.`,
    now: (days: number | null) =>
      days === null ? 'Kontoret har ingen intern frist.'
      : days === 1 ? 'Intern frist er 1 dag før svarfristen.'
      : `Intern frist er ${days} dager før svarfristen.`,
    changed: (at: string, by: string) => `Bestemt ${moment(at, 'nb')} av ${by}.`,
    save: 'Lagre intern frist',
    saved: 'Den interne fristen er lagret.',
    invalid: (most: number) => `Skriv et helt tall fra 0 til ${most}.`,
  },
  approval: {
    on: 'En leder godkjenner avslag, slettinger og vedtak etter § 25 før de sendes.',
    off: 'Ingen godkjenner brev før de sendes.',
    intro: 'Den som har skrevet brevet, kan ikke godkjenne det selv. Blir noe endret etterpå, må brevet godkjennes på nytt.',
    label: 'En leder skal godkjenne avslag, slettinger og vedtak etter § 25',
  },
  letterTexts: {
    inUse: (source: { state: string; taken_at: string | null; taken_by: string | null }) =>
      source.state === 'built-in' || !source.taken_at ? 'Programmets egne tekster er i bruk.'
      : source.state === 'own' ? `Kontorets egne tekster er i bruk fra ${moment(source.taken_at, 'nb')} (${source.taken_by}).`
      : `Kontorets egne tekster fra ${moment(source.taken_at, 'nb')} (${source.taken_by}) kan ikke leses. Programmets egne er i bruk så lenge.`,
    intro:
      'Et kontor kan endre ordene i brevene. Lagre programmets tekster i en mappe, endre det som skal være annerledes, og velg mappen her. Brev som er sendt, blir aldri endret.',
    choose: 'Velg mappe',
    save: 'Lagre programmets tekster',
    saved: (folder: string) => `Tekstene ligger i ${folder}. README.md der sier hvordan de endres.`,
    goBack: 'Gå tilbake til programmets egne',
    sure: 'Nye brev får programmets egne tekster igjen. Kontorets egne må velges på nytt fra mappen hvis de skal brukes senere.',
    useBuiltIn: 'Bruk programmets egne',
    wentBack: 'Programmets egne brevtekster er i bruk.',
    installed: 'Brevtekstene er tatt i bruk.',
    install: 'Ta i bruk',
    mayNot: 'En administrator kan ta andre brevtekster i bruk.',
    faulty: (count: number) =>
      count === 1 ? 'Mappen har 1 feil. Ingenting er tatt i bruk.' : `Mappen har ${count} feil. Ingenting er tatt i bruk.`,
    whyUnreadable: 'Dette er galt i kontorets egne tekster. Rett det i mappen de kom fra, og velg den på nytt.',
    place: (file: string, line: number) => `${file}, linje ${line}:`,
    changes: 'Dette blir annerledes i nye brev:',
    nothing: 'Tekstene i mappen er de samme som dem som er i bruk.',
    references: 'Henvisningene til regler',
    names: 'Navnet i brevhodet',
    logo: 'Logoen i brevhodet',
  },
  backup: {
    intro:
      'En kopi av hele lageret, kryptert og med de samme passfrasene. Kopien blir åpnet og kontrollert før den gjelder.',
    where: 'Velg en minnepinne eller en annen disk enn den lageret ligger på. Kopien får en egen mappe med dato.',
    never: 'Ingen sikkerhetskopi er prøvd.',
    last: (at: string) => `En sikkerhetskopi ble sist prøvd ${moment(at, 'nb')}.`,
    now: 'Ta sikkerhetskopi nå',
    running: 'Tar og kontrollerer kopien …',
    mayNot: 'En administrator kan ta sikkerhetskopi.',
    done: 'Sikkerhetskopien er tatt og kontrollert.',
    made: (folder: string) => `Kopien ligger i ${folder}.`,
    counted: (requests: number, events: number) =>
      `Den har ${requests === 1 ? '1 henvendelse' : `${requests} henvendelser`} og ${events === 1 ? '1 hendelse' : `${events} hendelser`}. Alt stemmer.`,
    faulty: 'Kopien er tatt, men ikke alt i den stemmer. Meld fra til den som har ansvar for informasjonssikkerheten.',
  },
};
