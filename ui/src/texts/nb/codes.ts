// Words for the closed lists of the contract that the window itself offers.
export const codes = {
  channel: {
    brev: 'Brev',
    epost: 'E-post',
    altinn: 'Altinn',
    helsenorge: 'Helsenorge',
    telefon: 'Telefon',
    oppmote: 'Oppmøte',
  },
  language: { nb: 'Bokmål', nn: 'Nynorsk', en: 'Engelsk' },
  protection: { ingen: 'Ingen', fortrolig: 'Fortrolig adresse', 'strengt-fortrolig': 'Strengt fortrolig adresse' },
  identityStatus: {
    unchecked: 'Usjekket',
    asked: 'Spurt',
    confirmed: 'Bekreftet',
    failed: 'Ikke bekreftet',
  },
  identityMethod: { 'innlogget-hoyt': 'Innlogget, høyt nivå', brev: 'Brev til registrert adresse', oppmote: 'Oppmøte' },
  ground: {
    identitet: 'Identiteten må avklares',
    fullmakt: 'Fullmakten må avklares',
    presisering: 'Kravet må presiseres',
    'par25-dokumentasjon': 'Grunner eller dokumentasjon etter § 25',
  },
  result: { ja: 'Ja', nei: 'Nei', 'ikke-aktuelt': 'Ikke aktuelt' },
  track: {
    general: 'Vanlig',
    'register-access': 'Eget innsyn',
    'section-25': '§ 25',
    forward: 'Oversendes',
    'not-held': 'Ikke lagret',
  },
  state: {
    open: 'Åpen',
    suspended: 'Satt på vent',
    decided: 'Avgjort, ikke sendt',
    answered: 'Besvart',
    closed: 'Avsluttet',
  },
  role: {
    saksbehandler: 'Saksbehandler',
    leder: 'Leder',
    personvernombud: 'Personvernombud',
    administrator: 'Administrator',
  },
};
