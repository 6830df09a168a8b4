import type { Texts } from '../languages';

export const cases: Texts['cases'] = {
  pick: (number) => `Choose case ${number}`,
  number: 'Case no.',
  protected: 'Protected',
  unknownPerson: 'Unknown',
  unassigned: 'Unassigned',
  more: 'Show more',
  preview: 'Selected case',
  open: 'Open the case',
  born: (initials, year) => (year === null ? initials : `${initials}, born ${year}`),
};
