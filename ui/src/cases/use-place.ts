import { useEffect } from 'react';
import { useDraft } from '../frame/drafts';

/**
 * The case that one stands at in a list. When it has left the list, it is the one that has come in its place: the next of the
 * list as it was, or else the one before.
 */
export function placeIn(before: readonly string[], now: readonly string[], selected: string | null): string | null {
  if (selected === null || now.includes(selected)) return selected;
  const at = before.indexOf(selected);
  if (at < 0) return null;
  const left = new Set(now);
  const after = before.slice(at + 1).find((each) => left.has(each));
  return after ?? before.slice(0, at).reverse().find((each) => left.has(each)) ?? null;
}

/** Where one stands in a list that is shown; `onMoved` is told when the case has left it. */
export function usePlace(list: string, rows: readonly { case: string }[], selected: string | null, onMoved: (to: string) => void) {
  const [before, remember] = useDraft<readonly string[]>(`order of ${list}`, []);
  const numbers = rows.map((each) => each.case);
  const place = placeIn(before, numbers, selected);
  useEffect(() => {
    if (numbers.length === 0) return;
    if (place !== null && place !== selected) onMoved(place);
    remember(numbers);
  }, [numbers.join()]);
  return place;
}
