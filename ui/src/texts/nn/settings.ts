import { moment, shortDate } from '../../dates/format';
import type { Texts } from '../languages';

export const settings: Texts['settings'] = {
  title: 'Innstillingar',
  catalogueUnreadable:
    'Dette er gale i katalogen til kontoret. Rett det i mappa han kom frå, og ta han i bruk på nytt med «registers --install».',
  parts: {
    office: 'Kontoret',
    users: 'Brukarar og roller',
    internal: 'Intern frist',
    approval: 'Godkjenning av brev',
    backup: 'Tryggingskopi',
    letterTexts: 'Brevtekstar',
  },
  office: {
    chosen: 'Kontoret blei valt då lageret blei laga. Profilen står i katalogen og kan ikkje endrast her.',
    body: 'Verksemd',
    ombudsman: 'Personvernombod',
    appeal: 'Klageinstans',
    store: 'Lager',
    testStore: 'testlager',
    registers: (count) => (count === 1 ? 'Svarar for 1 register' : `Svarar for ${count} register`),
    columns: { register: 'Register', valid: 'Gjeld', source: 'Kjelde' },
    always: 'Utan tidsgrense',
    from: (from) => `Frå ${shortDate(from)}`,
    to: (to) => `Til ${shortDate(to)}`,
    between: (from, to) => `${shortDate(from)}–${shortDate(to)}`,
    notInForce: 'gjeld ikkje i dag',
  },
  users: {
    columns: { name: 'Namn', role: 'Rolle', cleared: 'Skjerma personar' },
    cleared: 'Klarert',
    notCleared: 'Ikkje klarert',
    add: 'Legg til brukar',
    mayNot: 'Ein leiar eller ein administrator kan leggje til brukarar.',
    remove: {
      open: 'Avslutt ein tilgang',
      title: 'Avslutt ein tilgang',
      intro: 'Brukaren kan ikkje lenger låse opp lageret. Det brukaren har gjort, blir ståande i loggane. Flytt opne saker til nokon andre først. Sluttar det einaste personvernombodet, er innboksen tapt utan gjenopprettingskoden: spør om han er laga.',
      name: 'Brukar',
      choose: 'Vel ein brukar',
      loseInbox: 'Avslutt tilgangen likevel. Innboksen kan gå tapt for godt.',
      missing: 'Vel kven som ikkje lenger skal ha tilgang.',
      save: 'Avslutt tilgangen',
      done: (name) => `${name} har ikkje lenger tilgang.`,
    },
    dialog: {
      title: 'Legg til brukar',
      intro: 'Brukaren låser opp lageret med sin eigen passfrase. La brukaren skrive han sjølv.',
      name: 'Namn',
      nameHint: 'Slik det skal stå i loggen og i breva.',
      role: 'Rolle',
      cleared: 'Klarert for personar med skjerma adresse',
      save: 'Legg til brukaren',
      nameMissing: 'Skriv namnet på brukaren.',
      done: (name) => `${name} kan no låse opp lageret.`,
    },
  },
  internal: {
    intro: 'Så lenge før svarfristen vil kontoret ha svaret ute. Den interne fristen endrar ingen frist etter lova.',
    label: 'Dagar før svarfristen',
    hint: (most) => `1 til ${most}. 0 betyr ingen intern frist. Fell dagen på ein fridag, gjeld yrkedagen før.`,
    now: (days) =>
      days === null ? 'Kontoret har ingen intern frist.'
      : days === 1 ? 'Intern frist er 1 dag før svarfristen.'
      : `Intern frist er ${days} dagar før svarfristen.`,
    changed: (at, by) => `Bestemt ${moment(at, 'nn')} av ${by}.`,
    save: 'Lagre intern frist',
    saved: 'Den interne fristen er lagra.',
    invalid: (most) => `Skriv eit heilt tal frå 0 til ${most}.`,
  },
  approval: {
    on: 'Ein leiar godkjenner avslag, slettingar og vedtak etter § 25 før dei blir sende.',
    off: 'Ingen godkjenner brev før dei blir sende.',
    intro: 'Den som har skrive brevet, kan ikkje godkjenne det sjølv. Blir noko endra etterpå, må brevet godkjennast på nytt.',
    label: 'Ein leiar skal godkjenne avslag, slettingar og vedtak etter § 25',
  },
  letterTexts: {
    inUse: (source) =>
      source.state === 'built-in' || !source.taken_at ? 'Tekstane til programmet er i bruk.'
      : source.state === 'own' ? `Tekstane til kontoret er i bruk frå ${moment(source.taken_at, 'nn')} (${source.taken_by}).`
      : `Tekstane til kontoret frå ${moment(source.taken_at, 'nn')} (${source.taken_by}) kan ikkje lesast. Tekstane til programmet er i bruk så lenge.`,
    intro:
      'Eit kontor kan endre orda i breva. Lagre tekstane til programmet i ei mappe, endre det som skal vere annleis, og vel mappa her. Brev som er sende, blir aldri endra.',
    choose: 'Vel mappe',
    save: 'Lagre tekstane til programmet',
    saved: (folder) => `Tekstane ligg i ${folder}. README.md der seier korleis dei kan endrast.`,
    goBack: 'Gå tilbake til tekstane til programmet',
    sure: 'Nye brev får tekstane til programmet igjen. Tekstane til kontoret må veljast på nytt frå mappa dersom dei skal brukast seinare.',
    useBuiltIn: 'Bruk tekstane til programmet',
    wentBack: 'Brevtekstane til programmet er i bruk.',
    installed: 'Brevtekstane er tekne i bruk.',
    install: 'Ta i bruk',
    mayNot: 'Ein administrator kan ta andre brevtekstar i bruk.',
    faulty: (count) =>
      count === 1 ? 'Mappa har 1 feil. Ingenting er teke i bruk.' : `Mappa har ${count} feil. Ingenting er teke i bruk.`,
    whyUnreadable: 'Dette er gale i tekstane til kontoret. Rett det i mappa dei kom frå, og vel ho på nytt.',
    place: (file, line) => `${file}, linje ${line}:`,
    changes: 'Dette blir annleis i nye brev:',
    nothing: 'Tekstane i mappa er dei same som dei som er i bruk.',
    references: 'Tilvisingane til reglar',
    names: 'Namnet i brevhovudet',
    logo: 'Logoen i brevhovudet',
  },
  backup: {
    intro:
      'Ein kopi av heile lageret, kryptert og med dei same passfrasane. Kopien blir opna og kontrollert før han gjeld.',
    where: 'Vel ein minnepinne eller ein annan disk enn den lageret ligg på. Kopien får ei eiga mappe med dato.',
    never: 'Ingen tryggingskopi er prøvd.',
    last: (at) => `Ein tryggingskopi blei sist prøvd ${moment(at, 'nn')}.`,
    now: 'Ta tryggingskopi no',
    running: 'Tek og kontrollerer kopien …',
    mayNot: 'Ein administrator kan ta tryggingskopi.',
    done: 'Tryggingskopien er teken og kontrollert.',
    made: (folder) => `Kopien ligg i ${folder}.`,
    counted: (requests, events) =>
      `Han har ${requests === 1 ? '1 førespurnad' : `${requests} førespurnader`} og ${events === 1 ? '1 hending' : `${events} hendingar`}. Alt stemmer.`,
    faulty: 'Kopien er teken, men ikkje alt i han stemmer. Meld frå til den som har ansvar for informasjonstryggleiken.',
  },
};
