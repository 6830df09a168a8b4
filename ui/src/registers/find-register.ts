import type { Register } from '../backend/types';

const folded = (text: string) => text.trim().toLowerCase();

/** All names one may call a register by. */
export function namesOf(register: Register): string[] {
  return [register.short, register.names.nb, register.names.nn, register.id].filter(Boolean);
}

/** The register that was meant: an exact name or abbreviation first, else the only one that begins or contains it. */
export function findRegister(registers: readonly Register[], typed: string): Register | null {
  const wanted = folded(typed);
  if (wanted === '') return null;
  const by = (test: (name: string) => boolean) => registers.filter((each) => namesOf(each).map(folded).some(test));
  const exact = by((name) => name === wanted)[0];
  if (exact) return exact;
  const beginning = by((name) => name.startsWith(wanted));
  if (beginning.length === 1) return beginning[0] ?? null;
  const containing = by((name) => name.includes(wanted));
  return containing.length === 1 ? (containing[0] ?? null) : null;
}
