import type { Language } from '../backend/types';

const BOKMAL_DAYS = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'];
const NYNORSK_DAYS = ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'];
const ENGLISH_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NORWEGIAN_MONTHS = [
  'januar', 'februar', 'mars', 'april', 'mai', 'juni',
  'juli', 'august', 'september', 'oktober', 'november', 'desember',
];
const ENGLISH_MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];
const WORDS: Record<Language, { days: string[]; months: string[]; point: string; at: string }> = {
  nb: { days: BOKMAL_DAYS, months: NORWEGIAN_MONTHS, point: '.', at: ' kl. ' },
  nn: { days: NYNORSK_DAYS, months: NORWEGIAN_MONTHS, point: '.', at: ' kl. ' },
  en: { days: ENGLISH_DAYS, months: ENGLISH_MONTHS, point: '', at: ' at ' },
};

/** 2026-03-02 → 02.03.2026 */
export function shortDate(on: string): string {
  return `${on.slice(8, 10)}.${on.slice(5, 7)}.${on.slice(0, 4)}`;
}

/** 2026-03-02 → 02.03. */
export function dayAndMonth(on: string): string {
  return `${on.slice(8, 10)}.${on.slice(5, 7)}.`;
}

/** 2026-03-02 → mandag, måndag, Monday */
export function weekday(on: string, language: Language): string {
  return WORDS[language].days[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? '';
}

/** 2026-03-02 → mars, March */
export function monthName(on: string, language: Language): string {
  return WORDS[language].months[Number(on.slice(5, 7)) - 1] ?? '';
}

/** 2026-03-02 → mandag 2. mars 2026, måndag 2. mars 2026, Monday 2 March 2026 */
export function longDate(on: string, language: Language): string {
  const date = new Date(`${on.slice(0, 10)}T00:00:00Z`);
  const { days, months, point } = WORDS[language];
  return `${days[date.getUTCDay()]} ${date.getUTCDate()}${point} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** An instant as people say it here: 02.03.2026 kl. 08.02 (Norwegian time). */
export function moment(at: string, language: Language): string {
  const wall = wallClock(at);
  if (!wall) return at;
  return `${shortDate(wall.on)}${WORDS[language].at}${language === 'en' ? wall.time : wall.time.replace(':', '.')}`;
}

/** The date and the time of day of an instant on the wall in Norway: 2026-03-02 and 08:02. */
export function wallClock(at: string): { on: string; time: string } | null {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Oslo', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).formatToParts(date);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return { on: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** Calendar days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The date so many days later. */
export function plusDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
