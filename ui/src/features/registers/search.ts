import type { CatalogueRegister } from '../../backend/types';
import { namesOf } from '../../registers/find-register';

export interface Group {
  /** Null for a list that needs no heading. */
  heading: string | null;
  registers: CatalogueRegister[];
}

/** An abbreviation is what caseworkers say, and stands first; other short names only repeat the name. */
export function abbreviationOf(register: CatalogueRegister): string | null {
  return /^[A-ZÆØÅ][A-ZÆØÅ0-9]+$/.test(register.short) ? register.short : null;
}

/** The name without the abbreviation that already stands before it. */
export function nameBeside(register: CatalogueRegister): string {
  const name = register.names.nb;
  const short = abbreviationOf(register);
  return short ? name.replace(` (${short})`, '') : name;
}

/** The roles in the order in which they are asked about most. */
const ROLES = ['pasient', 'helsepersonell', 'bruker', 'abonnent', 'ansatt-soker'];

/** The registers by the first role that they hold people in; the roleless ones last. */
export function byRole(registers: readonly CatalogueRegister[], others: string): Group[] {
  const placeOf = (register: CatalogueRegister) => {
    const place = ROLES.indexOf(register.roles[0]?.id ?? '');
    return place < 0 ? ROLES.length : place;
  };
  const places = [...new Set(registers.map(placeOf))].sort((one, other) => one - other);
  return places.map((place) => {
    const some = registers.filter((each) => placeOf(each) === place).sort(byName);
    const heading = places.length === 1 ? null : (some[0]?.roles[0]?.label ?? others);
    return { heading, registers: some };
  });
}

const byName = (one: CatalogueRegister, other: CatalogueRegister) =>
  (abbreviationOf(one) ?? nameBeside(one)).localeCompare(abbreviationOf(other) ?? nameBeside(other), 'nb');

const wordsOf = (typed: string) => typed.toLowerCase().split(/\s+/).filter(Boolean);

/** The registers that are called what was typed, and after them those whose Article 15 statements speak of it. */
export function find(registers: readonly CatalogueRegister[], typed: string, mentions: string): Group[] {
  const words = wordsOf(typed);
  const has = (text: string) => words.every((word) => text.includes(word));
  const named = registers.filter((each) => has([...namesOf(each), each.names.en].join(' ').toLowerCase()));
  const said = (each: CatalogueRegister) =>
    each.article_15.flatMap((point) => point.statements.map((statement) => statement.text)).join(' ').toLowerCase();
  const speaking = registers.filter((each) => !named.includes(each) && has(said(each)));
  return [
    { heading: null, registers: [...named].sort(byName) },
    { heading: mentions, registers: [...speaking].sort(byName) },
  ].filter((group) => group.registers.length > 0);
}
