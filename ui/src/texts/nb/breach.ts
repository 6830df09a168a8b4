/** Breaches of personal data security that a case has shown. */
export const breach = {
  tab: 'Avvik',
  title: 'Avvik i saken',
  explain:
    'Avviket behandles i avvikssystemet. Her står det at saken har vist det, fristen for å melde det og hva som er gjort. Fristene i saken flyttes ikke.',
  numbered: (number: number) => `Avvik ${number}`,
  register: {
    title: 'Registrer avvik',
    intro:
      'Bruk dette når saken viser at personopplysninger kan ha kommet på avveie, blitt endret eller gått tapt. Fristene i saken blir som de er.',
    save: 'Registrer avviket',
    done: 'Avviket er registrert.',
  },
  aware: 'Når ble vi kjent med avviket?',
  day: 'Dag',
  time: 'Klokkeslett',
  about: 'Hva har skjedd?',
  aboutHint: 'Skriv kort, og ikke flere personopplysninger enn nødvendig.',
  aboutMissing: 'Skriv med få ord hva som har skjedd.',
  concerns: 'Hva gjelder avviket?',
  concernsMissing: 'Velg minst én.',
  kinds: {
    konfidensialitet: { label: 'Konfidensialitet', meaning: 'Noen har fått eller sett noe de ikke skulle.' },
    integritet: { label: 'Integritet', meaning: 'Opplysninger er endret uten at de skulle det.' },
    tilgjengelighet: { label: 'Tilgjengelighet', meaning: 'Opplysninger er tapt, eller ingen kom til dem.' },
  },
  reference: 'Nummer i avvikssystemet',
  referenceHint: 'Kan legges til senere. Skriv det uten mellomrom.',
  update: 'Oppdater',
  updateOne: (number: number) => `Oppdater avvik ${number}`,
  concernsLine: (concerns: readonly string[]) => `Gjelder ${concerns.join(', ')}.`,
  corrected: (reason: string | null) => (reason ? `Rettet: ${reason}` : 'Rettet. Begrunnelsen er slettet.'),
  notified: (at: string, reference: string | null, inTime: boolean) =>
    `Meldt til Datatilsynet ${at}, ${inTime ? 'i tide' : 'etter fristen'}.${reference ? ` Nummer ${reference}.` : ''}`,
  settled: (why: string, on: string, notified: boolean) =>
    notified ? `${why} (vurdert ${on}).` : `Meldes ikke (vurdert ${on}). ${why}.`,
  referenceLine: (reference: string) => `Nummer i avvikssystemet: ${reference}.`,
  toDo: (what: string, at: string | null) => (at ? `${what}. Frist: ${at}.` : `${what}.`),
  left: (hours: number) =>
    hours === 0 ? 'Under én time igjen til fristen.' : hours === 1 ? '1 time igjen til fristen.' : `${hours} timer igjen til fristen.`,
  late: (hours: number) =>
    hours === 0
      ? 'Fristen gikk ut for under én time siden.'
      : hours === 1
        ? 'Fristen gikk ut for 1 time siden.'
        : hours <= 72
          ? `Fristen gikk ut for ${hours} timer siden.`
          : `Fristen gikk ut for ${Math.floor(hours / 24)} dager siden.`,
  sameIn: 'Samme avvik i',
  step: {
    step: 'Hva vil du registrere?',
    steps: {
      meldt: 'Avviket er meldt til Datatilsynet',
      'ikke-meldt': 'Avviket meldes ikke',
      berorte: 'Om de berørte varsles',
      referanse: 'Nummer i avvikssystemet',
      rettet: 'Rett tidspunktet eller hva det gjelder',
    },
    explain: 'Hvorfor avviket ble meldt for sent',
    supplement: 'Mer er sendt til Datatilsynet om avviket',
    noBreach: 'Det var ikke et avvik likevel',
    notifiedAt: 'Når ble avviket meldt?',
    supplementAt: 'Når ble det sendt?',
    supplementNote: 'Hva ble sendt?',
    notifiedReference: 'Nummer på meldingen',
    lateHint: (due: string) => `Kreves når avviket er meldt etter ${due}.`,
    why: 'Hvorfor meldes det ikke?',
    risk: 'Er det trolig at avviket gir høy risiko for de berørte?',
    risks: { ja: 'Ja, høy risiko er trolig', nei: 'Nei, høy risiko er lite trolig' },
    told: 'Er de berørte varslet?',
    tolds: { ja: 'Ja, de er varslet', nei: 'Nei, og de skal ikke varsles' },
    toldOn: 'Dagen de ble varslet',
    choiceMissing: 'Velg ett av svarene.',
    referenceMissing: 'Skriv nummeret.',
    notes: {
      meldt: 'Hvorfor ble det meldt for sent?',
      'ikke-meldt': 'Begrunn vurderingen',
      berorte: 'Begrunn vurderingen',
      rettet: 'Hva var feil?',
    },
    noteMissing: 'Skriv en begrunnelse. Alle avvik skal dokumenteres.',
    save: 'Lagre',
    done: 'Avviket er oppdatert.',
  },
};
