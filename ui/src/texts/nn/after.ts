import type { Texts } from '../languages';

const because = (reason: string | null) => (reason ? ` ${reason}` : '');

/** What comes after the answer of a case. */
export const after: Texts['after'] = {
  tab: 'Etter svaret',
  complaint: {
    title: 'Registrer klage',
    intro: 'Klaga får eigne datoar. Fristane i saka blir som dei er.',
    kind: 'Kva slags klage er det?',
    kinds: {
      forvaltningsklage: 'Klage på vedtaket, som er send til oss',
      datatilsynet: 'Brev frå Datatilsynet om ei klage dit',
    },
    received: 'Dagen ho kom til oss',
    posted: 'Postlagd dato',
    postedHint: 'Viss du veit han. Ei klage som er postlagd i tide, er i tide.',
    replyBy: 'Svar innan',
    replyByHint: 'Dagen Datatilsynet ber om svar innan, viss dei gir ein.',
    about: 'Kva gjeld klaga?',
    aboutMissing: 'Skriv med få ord kva klaga gjeld.',
    save: 'Registrer klaga',
    done: 'Klaga er registrert.',
  },
  step: {
    title: (kind: string) => kind,
    step: 'Kva har skjedd?',
    steps: { vurdert: 'Vi har vurdert klaga', svart: 'Vi har svara Datatilsynet', avgjort: 'Klaga er avgjord' },
    view: 'Kva meiner vi om klaga?',
    outcome: 'Kva enda klaga med?',
    choiceMissing: 'Vel eitt av svara.',
    late: 'Viss klaga kom for seint: kvifor blir ho behandla?',
    notLate: 'Ho kom i tide',
    lateGrounds: {
      'ikke-lastes': 'Personen kan ikkje lastast for at klaga kom seint',
      'saerlige-grunner': 'Særlege grunnar gjer det rimeleg å behandle klaga',
    },
    repliedOn: 'Dagen vi svara',
    decidedOn: 'Dagen vi fekk vite det',
    notes: { vurdert: 'Kvifor?', svart: 'Kva skreiv vi?', avgjort: 'Kva skreiv dei?' },
    noteMissing: 'Skriv nokre ord, så andre kan forstå det.',
    save: 'Lagre',
    done: 'Klaga er oppdatert.',
  },
  complaints: {
    title: 'Klager',
    steps: {
      vurdert: 'Vurder klaga',
      svart: 'Registrer svar eller avgjerd',
      avgjort: 'Registrer avgjerda',
      brev: 'Skriv oversendinga',
      gjenapne: 'Opne saka igjen',
    },
    received: (on: string, posted: string | null) => (posted ? `Kom ${on}, postlagd ${posted}.` : `Kom ${on}.`),
    replyBy: (on: string) => `Datatilsynet ber om svar innan ${on}.`,
    considered: (view: string, reason: string | null) => `${view}.${because(reason)}`,
    sent: (letter: string, on: string) => `Send til klageinstansen ${on} i brev ${letter}.`,
    replied: (on: string, reply: string | null) => `Svara ${on}.${because(reply)}`,
    decided: (outcome: string, on: string, words: string | null) => `${outcome} ${on}.${because(words)}`,
    reopened: (on: string) => `Saka blei opna igjen ${on}.`,
    due: (on: string) => `Neste steg innan ${on}.`,
  },
  reopen: {
    title: 'Opne saka igjen',
    intro:
      'Svaret som er sendt, og alt i loggen blir ståande. Saka får ingen ny frist etter lova. Er det svara på henne, får ho berre ein intern frist, to veker frå i dag.',
    ground: 'Kvifor blir saka opna igjen?',
    groundMissing: 'Vel kvifor saka blir opna igjen.',
    reason: 'Kva har skjedd?',
    reasonMissing: 'Skriv kva som har skjedd, så andre kan forstå det.',
    save: 'Opne saka igjen',
    done: 'Saka er open igjen. Avgjer henne på nytt, og send eit nytt svar.',
  },
  reopenings: {
    title: 'Opna igjen',
    by: (on: string, by: string, role: string) => `${on} av ${by} (${role})`,
    answer: (letter: string) => `Svaret i brev ${letter} blir ståande i loggen.`,
  },
  similar: {
    tab: 'Andre førespurnader',
    waits: 'Trykk Enter for å sjå andre førespurnader frå personen. At du ser på dei, blir logga.',
    explain:
      'Andre saker til same person om same register og rett. Ingenting blir slått saman av seg sjølv. At du ser på dei, blir logga.',
    none: 'Personen har ingen andre saker om same register og rett.',
    noNumber: 'Personen har ikkje noko identitetsnummer her, så andre førespurnader kan ikkje kjennast igjen.',
    what: 'Kva',
    differs: 'Likt?',
    different: 'Ulikt',
    same: 'Likt',
    together: 'Behandle saman',
    duplicate: 'Dette er same førespurnad',
  },
  tie: {
    title: {
      sammen: (other: string) => `Behandle saman med ${other}?`,
      dublett: (other: string) => `Same førespurnad som ${other}?`,
    },
    intro: {
      sammen: (_here: string, other: string) => `Sakene får ei lenkje. Begge blir svara på, og datoane blir som dei er. Den andre er ${other}.`,
      dublett: (here: string, other: string) =>
        `Sak ${here} blir lukka. Personen får svar i sak ${other}, som kom først. Fristen blir rekna frå dagen ho kom.`,
    },
    reason: 'Kvifor?',
    reasonMissing: 'Skriv kvifor, så andre kan forstå det.',
    save: { sammen: 'Behandle saman', dublett: 'Lukk som dublett' },
    done: { sammen: 'Sakene har fått ei lenkje.', dublett: 'Saka er lukka som dublett.' },
  },
};
