import type { PageWord, PageWords, RedactionBox } from '../../backend/file-types';

// Points from the upper left corner of the page.

/** How far a box reaches beyond the word that it covers. */
const BEYOND = 1;
/** A box that is drawn smaller than this was no box, but a click. */
export const SMALLEST = 3;

/** A box around a word. */
export const around = (word: PageWord, page: number, ground: string): RedactionBox => ({
  page,
  left: Math.max(word.left - BEYOND, 0),
  top: Math.max(word.top - BEYOND / 2, 0),
  width: word.width + 2 * BEYOND,
  height: word.height + BEYOND,
  ground,
});

/** Whether a word lies wholly under a box. */
export const covers = (box: RedactionBox, word: PageWord): boolean =>
  box.left <= word.left &&
  box.top <= word.top &&
  box.left + box.width >= word.left + word.width &&
  box.top + box.height >= word.top + word.height;

/** A box moved, or made larger or smaller, by so many points; it stays on its page. */
export function changed(box: RedactionBox, page: PageWords, across: number, down: number, resize: boolean): RedactionBox {
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0));
  if (resize) {
    const width = Math.max(Math.min(box.width + across, page.width - box.left), SMALLEST);
    const height = Math.max(Math.min(box.height + down, page.height - box.top), SMALLEST);
    return { ...box, width, height };
  }
  const left = within(box.left + across, page.width - box.width);
  return { ...box, left, top: within(box.top + down, page.height - box.height) };
}

/** The box between two corners, or null where it would be too small to be meant. */
export function between(page: number, ground: string, from: [number, number], to: [number, number]): RedactionBox | null {
  const box = {
    page,
    left: Math.min(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    width: Math.abs(from[0] - to[0]),
    height: Math.abs(from[1] - to[1]),
    ground,
  };
  return box.width < SMALLEST || box.height < SMALLEST ? null : box;
}
