export const workList = {
  title: 'Alle åpne saker',
  count: (open: number, overdue: number) =>
    `${open === 1 ? '1 åpen sak' : `${open} åpne saker`} · ${overdue} forfalt`,
  matching: (shown: number, more: boolean) =>
    `${more ? 'Minst ' : ''}${shown === 1 ? '1 sak' : `${shown} saker`} passer med filtrene`,
  search: {
    label: 'Søk i sakene: ord, eller et helt fødselsnummer',
    placeholder: 'Ord eller fødselsnummer',
    find: 'Søk',
    of: (words: string | null) => (words === null ? 'Søk: én person' : `Søk: ${words}`),
  },
  filters: 'Filtre',
  register: 'Register',
  right: 'Rettighet',
  track: 'Spor',
  state: 'Tilstand',
  mine: 'Mine saker',
  reset: 'Nullstill',
  remove: (filter: string) => `Fjern filteret ${filter}`,
  columns: {
    number: 'Saksnr.',
    person: 'Person',
    register: 'Register',
    right: 'Rettighet',
    track: 'Spor',
    status: 'Tilstand',
    received: 'Mottatt',
    due: 'Frist',
    assignee: 'Saksbeh.',
  },
  groups: {
    overdue: 'Forfalt',
    soon: 'I dag og de neste fem dagene',
    later: 'Senere',
    paused: 'Satt på vent – fristen står stille',
    done: 'Ferdige saker',
  },
  inGroup: (rows: number, more: boolean) => (more ? `minst ${rows}` : String(rows)),
  received: 'Mottatt',
  refusal: 'Avslå eller forlenge senest',
  internal: 'Intern frist',
  handledBy: 'Svares av',
  assignee: 'Saksbehandler',
  empty: {
    none: 'Ingen saker ennå',
    allDone: 'Ingen åpne saker',
    showClosed: 'Vis avsluttede saker',
    noneText: 'Når du registrerer en henvendelse, kommer sakene hit.',
    filtered: 'Ingen saker passer med filtrene',
    filteredText: (open: number) =>
      open === 0 ? 'Det finnes ingen åpne saker.' : open === 1
        ? 'Det finnes 1 åpen sak. Fjern et filter for å se flere:'
        : `Det finnes ${open} åpne saker. Fjern et filter for å se flere:`,
    without: (filter: string) => `Uten «${filter}»`,
    remove: 'Fjern',
    reset: 'Nullstill alle filtre',
  },
};
