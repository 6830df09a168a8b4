import type { CaseRow } from '../../backend/types';
import type { Texts } from '../../texts/texts';

/** «O.K. 1961»: lists never show more of a person, and nothing of a protected one. */
export function personOf(t: Texts['workList'], row: CaseRow): string {
  if (row.person.protected) return t.protected;
  if (!row.person.initials) return t.unknownPerson;
  return row.person.birth_year === null ? row.person.initials : `${row.person.initials} ${row.person.birth_year}`;
}
