import type { Texts } from '../languages';

/** Breaches of personal data security that a case has shown. */
export const breach: Texts['breach'] = {
  tab: 'Avvik',
  title: 'Avvik i saka',
  explain:
    'Avviket blir behandla i avvikssystemet. Her står det at saka har vist det, fristen for å melde det og kva som er gjort. Fristane i saka blir som dei er.',
  numbered: (number: number) => `Avvik ${number}`,
  register: {
    title: 'Registrer avvik',
    intro:
      'Bruk dette når saka viser at personopplysningar kan ha kome på avvegar, blitt endra eller gått tapt. Fristane i saka blir som dei er.',
    save: 'Registrer avviket',
    done: 'Avviket er registrert.',
  },
  aware: 'Når blei vi kjende med avviket?',
  day: 'Dag',
  time: 'Klokkeslett',
  about: 'Kva har skjedd?',
  aboutHint: 'Skriv kort, og ikkje fleire personopplysningar enn nødvendig.',
  aboutMissing: 'Skriv med få ord kva som har skjedd.',
  concerns: 'Kva gjeld avviket?',
  concernsMissing: 'Vel minst éin.',
  kinds: {
    konfidensialitet: { label: 'Konfidensialitet', meaning: 'Nokon har fått eller sett noko dei ikkje skulle.' },
    integritet: { label: 'Integritet', meaning: 'Opplysningar er endra utan at dei skulle det.' },
    tilgjengelighet: { label: 'Tilgjenge', meaning: 'Opplysningar er tapte, eller ingen kom til dei.' },
  },
  reference: 'Nummer i avvikssystemet',
  referenceHint: 'Kan leggjast til seinare. Skriv det utan mellomrom.',
  update: 'Oppdater',
  updateOne: (number: number) => `Oppdater avvik ${number}`,
  concernsLine: (concerns: readonly string[]) => `Gjeld ${concerns.join(', ')}.`,
  corrected: (reason: string | null) => (reason ? `Retta: ${reason}` : 'Retta. Grunngivinga er sletta.'),
  notified: (at: string, reference: string | null, inTime: boolean) =>
    `Meldt til Datatilsynet ${at}, ${inTime ? 'i tide' : 'etter fristen'}.${reference ? ` Nummer ${reference}.` : ''}`,
  settled: (why: string, on: string, notified: boolean) =>
    notified ? `${why} (vurdert ${on}).` : `Blir ikkje meldt (vurdert ${on}). ${why}.`,
  referenceLine: (reference: string) => `Nummer i avvikssystemet: ${reference}.`,
  toDo: (what: string, at: string | null) => (at ? `${what}. Frist: ${at}.` : `${what}.`),
  left: (hours: number) =>
    hours === 0 ? 'Under éin time att til fristen.' : hours === 1 ? '1 time att til fristen.' : `${hours} timar att til fristen.`,
  late: (hours: number) =>
    hours === 0
      ? 'Fristen gjekk ut for under éin time sidan.'
      : hours === 1
        ? 'Fristen gjekk ut for 1 time sidan.'
        : hours <= 72
          ? `Fristen gjekk ut for ${hours} timar sidan.`
          : `Fristen gjekk ut for ${Math.floor(hours / 24)} dagar sidan.`,
  sameIn: 'Same avvik i',
  step: {
    step: 'Kva vil du registrere?',
    steps: {
      meldt: 'Avviket er meldt til Datatilsynet',
      'ikke-meldt': 'Avviket blir ikkje meldt',
      berorte: 'Om dei det gjeld, blir varsla',
      referanse: 'Nummer i avvikssystemet',
      rettet: 'Rett tidspunktet eller kva det gjeld',
    },
    explain: 'Kvifor avviket blei meldt for seint',
    supplement: 'Meir er sendt til Datatilsynet om avviket',
    noBreach: 'Det var ikkje eit avvik likevel',
    notifiedAt: 'Når blei avviket meldt?',
    supplementAt: 'Når blei det sendt?',
    supplementNote: 'Kva blei sendt?',
    notifiedReference: 'Nummer på meldinga',
    lateHint: (due: string) => `Trengst når avviket er meldt etter ${due}.`,
    why: 'Kvifor blir det ikkje meldt?',
    risk: 'Er det truleg at avviket gir høg risiko for dei det gjeld?',
    risks: { ja: 'Ja, høg risiko er truleg', nei: 'Nei, høg risiko er lite truleg' },
    told: 'Er dei det gjeld, varsla?',
    tolds: { ja: 'Ja, dei er varsla', nei: 'Nei, og dei skal ikkje varslast' },
    toldOn: 'Dagen dei blei varsla',
    choiceMissing: 'Vel eitt av svara.',
    referenceMissing: 'Skriv nummeret.',
    notes: {
      meldt: 'Kvifor blei det meldt for seint?',
      'ikke-meldt': 'Grunngi vurderinga',
      berorte: 'Grunngi vurderinga',
      rettet: 'Kva var feil?',
    },
    noteMissing: 'Skriv ei grunngiving. Alle avvik skal dokumenterast.',
    save: 'Lagre',
    done: 'Avviket er oppdatert.',
  },
};
