import type { Catalogue, CatalogueRegister } from '../../backend/catalogue-types';
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

/** The registers by the first role that they hold people in, in the order of the roles; the roleless ones last. */
export function byRole(catalogue: Pick<Catalogue, 'registers' | 'roles'>, others: string): Group[] {
  const { registers, roles } = catalogue;
  const groups = [...roles, { id: undefined, label: others }]
    .map((role) => ({
      heading: role.label,
      registers: registers.filter((each) => each.roles[0] === role.id).sort(byName),
    }))
    .filter((group) => group.registers.length > 0);
  return groups.length === 1 ? groups.map((group) => ({ ...group, heading: null })) : groups;
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
