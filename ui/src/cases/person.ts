import type { CaseRow } from '../backend/types';
import type { Texts } from '../texts/texts';

type Seen = Pick<CaseRow, 'person'>;

/** «O.K. 1961»: lists never show more of a person, and nothing of a protected one. */
export function personOf(t: Texts['cases'], row: Seen): string {
  if (row.person.protected) return t.protected;
  if (!row.person.initials) return t.unknownPerson;
  return row.person.birth_year === null ? row.person.initials : `${row.person.initials} ${row.person.birth_year}`;
}

/** «O.K., født 1961», for the preview beside a list. */
export function personInWords(t: Texts['cases'], row: Seen): string {
  if (row.person.protected) return t.protected;
  return t.born(row.person.initials ?? t.unknownPerson, row.person.birth_year);
}
