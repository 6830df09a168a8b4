/** The days on which something holds; null where none is known. */
export interface Valid {
  valid_from: string | null;
  valid_to: string | null;
}

interface Words {
  between: (from: string, to: string) => string;
  from: (from: string) => string;
  to: (to: string) => string;
}

/** «fra 01.01.2024», or nothing where no day is known. */
export function validDays(t: Words, of: Valid): string | null {
  if (of.valid_from && of.valid_to) return t.between(of.valid_from, of.valid_to);
  if (of.valid_from) return t.from(of.valid_from);
  return of.valid_to ? t.to(of.valid_to) : null;
}
