/** A date on the wire, or why the typed text is none. An empty text is neither. */
export type TypedDate =
  | { kind: 'empty' }
  | { kind: 'date'; on: string }
  | { kind: 'unreadable' }
  | { kind: 'impossible' };

const NORWEGIAN = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/;
const EIGHT_DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

function pieces(text: string): [number, number, number] | null {
  const norwegian = NORWEGIAN.exec(text) ?? EIGHT_DIGITS.exec(text);
  if (norwegian) return [Number(norwegian[3]), Number(norwegian[2]), Number(norwegian[1])];
  const iso = ISO.exec(text);
  return iso ? [Number(iso[1]), Number(iso[2]), Number(iso[3])] : null;
}

/** Reads dd.mm.åååå, and leniently d.m.åååå, ddmmåååå and the ISO form that people paste. */
export function parseDate(text: string): TypedDate {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const found = pieces(trimmed);
  if (!found) return { kind: 'unreadable' };
  const [year, month, day] = found;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { kind: 'date', on: date.toISOString().slice(0, 10) } : { kind: 'impossible' };
}

/** The date on the wire, or null when the text is not one. */
export function dateOrNull(text: string): string | null {
  const typed = parseDate(text);
  return typed.kind === 'date' ? typed.on : null;
}

const TIME = /^(\d{1,2})[.:](\d{2})$|^(\d{2})(\d{2})$/;

/** The time of day on the wire, 08:02, from tt.mm, and leniently t.mm, tt:mm and ttmm; null when the text is none. */
export function timeOrNull(text: string): string | null {
  const found = TIME.exec(text.trim());
  if (!found) return null;
  const [hour, minute] = [Number(found[1] ?? found[3]), Number(found[2] ?? found[4])];
  const two = (part: number) => String(part).padStart(2, '0');
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}
