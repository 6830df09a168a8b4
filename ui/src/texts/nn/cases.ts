import type { Texts } from '../languages';

export const cases: Texts['cases'] = {
  pick: (number) => `Vel sak ${number}`,
  number: 'Saksnr.',
  protected: 'Skjerma',
  unknownPerson: 'Ukjend',
  unassigned: 'Ufordelt',
  more: 'Vis fleire',
  preview: 'Vald sak',
  open: 'Opne saka',
  born: (initials, year) => (year === null ? initials : `${initials}, fødd ${year}`),
};
