import { unsavedDiscard, unsavedKeep } from '../backend/commands';
import { toFailure } from '../backend/failure';
import type { Unsaved } from '../backend/settings-types';

/** How long one pauses before what one writes is kept, in milliseconds. */
const PAUSE = 500;

interface Waiting {
  timer: number;
  of: string | null;
  text: string;
}

const waiting = new Map<string, Waiting>();
/** What the core was asked for last: a text is never kept after it was discarded. */
let last: Promise<unknown> = Promise.resolve();
let onFailure: (message: string) => void = () => undefined;

/** Who is told when a text cannot be kept. */
export function tellOfUnkept(tell: (message: string) => void): void {
  onFailure = tell;
}

function next(ask: () => Promise<unknown>): Promise<unknown> {
  last = last.then(ask).catch((thrown: unknown) => {
    const failure = toFailure(thrown);
    // Once the store is locked, the text waits in memory as it always did.
    if (!failure.isLocked) onFailure(failure.message);
  });
  return last;
}

/** Keeps what is being written as soon as its writer pauses. `of` is the case that it is about. */
export function keepSoon(key: string, of: string | null, value: unknown): void {
  window.clearTimeout(waiting.get(key)?.timer);
  const timer = window.setTimeout(() => void keepOne(key), PAUSE);
  waiting.set(key, { timer, of, text: JSON.stringify(value) });
}

function keepOne(key: string): Promise<unknown> {
  const kept = waiting.get(key);
  if (!kept) return last;
  window.clearTimeout(kept.timer);
  waiting.delete(key);
  return next(() => unsavedKeep({ key, case: kept.of, text: kept.text }));
}

/** Keeps everything that waits for a pause, at once. The answer comes when all of it is kept, what was under way too. */
export async function keepNow(): Promise<void> {
  for (const key of waiting.keys()) void keepOne(key);
  await last;
}

/** Forgets a text that was used or discarded. */
export function forgetKept(key: string): void {
  window.clearTimeout(waiting.get(key)?.timer);
  waiting.delete(key);
  void next(() => unsavedDiscard({ key }));
}

/** What was kept, as the page had it. A text that this page cannot read is left out. */
export function readKept(kept: readonly Unsaved[]): [string, unknown][] {
  return kept.flatMap(({ key, text }) => {
    try {
      return [[key, JSON.parse(text) as unknown] as [string, unknown]];
    } catch {
      return [];
    }
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A kept value in the shape that the page has now: a field that came later has
 * its first value, and what is of another kind altogether is not taken.
 */
export function inShape<Value>(kept: unknown, first: Value): Value | null {
  if (isRecord(first)) return isRecord(kept) ? { ...first, ...kept } : null;
  return typeof kept === typeof first && Array.isArray(kept) === Array.isArray(first) ? (kept as Value) : null;
}

/** Where a kept text belongs: the form of a new request, or a tab of a case. */
export type KeptPlace = { name: 'intake' } | { name: 'case'; case: string; tab: string };

const TABS: Record<string, string> = { note: 'notes', measure: 'measures', letter: 'letters' };

/** The place of a key: the first word says what is written, the second about which case. */
export function placeOfKept(key: string): KeptPlace | null {
  const [what = '', of] = key.split(' ');
  if (what === 'intake') return { name: 'intake' };
  return of ? { name: 'case', case: of, tab: TABS[what] ?? 'checks' } : null;
}
