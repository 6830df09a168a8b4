// Words that every list of cases uses.
export const cases = {
  pick: (number: string) => `Velg sak ${number}`,
  number: 'Saksnr.',
  protected: 'Skjermet',
  unknownPerson: 'Ukjent',
  unassigned: 'Ufordelt',
  more: 'Vis flere',
  preview: 'Utvalgt sak',
  open: 'Åpne saken',
  born: (initials: string, year: number | null) => (year === null ? initials : `${initials}, født ${year}`),
};
