import type { Texts } from '../languages';

export const firstRun: Texts['firstRun'] = {
  title: 'Ta i bruk Personvernsak',
  intro: 'Tek om lag to minutt. Ingenting blir sendt ut av maskina.',
  steps: 'Steg',
  done: 'ferdig',
  now: 'no',
  where: {
    step: 'Vel kor lageret skal liggje',
    title: 'Kor skal lageret liggje?',
    intro: 'Lageret er ei mappe på denne maskina. Alt i henne er kryptert. Vel ein lokal disk, ikkje ei nettverksmappe.',
    label: 'Mappe',
    missing: 'Skriv kva mappe lageret skal liggje i.',
  },
  office: {
    step: 'Vel kontoret',
    title: 'Kva kontor er dette?',
    intro: 'Kontoret avgjer kva register det svarar for, og kva krav som blir sende vidare.',
    label: 'Kontor',
    registers: (count) => (count === 1 ? 'svarar for 1 register' : `svarar for ${count} register`),
    missing: 'Vel eit kontor.',
  },
  passphrase: {
    step: 'Lag passfrasen din',
    title: 'Lag passfrasen din',
    intro: 'Passfrasen låser opp alle opplysningane. Ingen kan hente han for deg, heller ikkje leverandøren.',
    unlocks: 'Låser opp lageret',
    name: 'Namnet ditt',
    label: 'Passfrase',
    hint: 'Minst fem ord. Mellomrom er lov.',
    again: 'Ta passfrasen ein gong til',
    nameMissing: 'Skriv namnet ditt. Det står i loggen og i breva.',
    tooShort: 'Passfrasen er for kort. Bruk minst fem ord.',
    different: 'Passfrasane er ikkje like. Skriv den same to gonger.',
    strength: {
      words: (words, more) =>
        `${words === 1 ? 'Eitt ord' : `${words} ord`}. ${more === 1 ? 'Eitt ord til' : `${more} ord til`}, så er han sterk nok.`,
      short: 'Fem ord, men korte. Bruk lengre ord.',
      strong: 'Sterk nok.',
    },
  },
  next: 'Neste',
  back: 'Tilbake',
  create: 'Lag lageret',
  creating: 'Lagar lageret …',
};
