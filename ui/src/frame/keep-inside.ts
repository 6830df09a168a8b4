/** Room that is left between a menu and the edge of the window, in pixels. */
const MARGIN = 8;

/** Moves an open menu sideways so far that all of it is in the window. */
export function keepInside(menu: HTMLElement) {
  menu.style.marginInlineStart = '0';
  const { left, right } = menu.getBoundingClientRect();
  const over = Math.max(right - (document.documentElement.clientWidth - MARGIN), 0);
  menu.style.marginInlineStart = `${-Math.min(over, Math.max(left - MARGIN, 0))}px`;
}
