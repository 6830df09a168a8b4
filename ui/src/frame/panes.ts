const FOCUSABLE =
  'a[href], button:not([disabled]):not([tabindex="-1"]), input:not([disabled]):not([tabindex="-1"]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

const visible = (element: HTMLElement) => element.offsetParent !== null || element.getClientRects().length > 0;

function visibleOnes(selector: string, within: ParentNode = document): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)].filter(visible);
}

/** Where the focus last stood in each pane, so that F6 comes back to the same place. */
const lastFocus = new WeakMap<Element, HTMLElement>();

/** Remembers the focus of each pane; called once for the whole window. */
export function rememberPaneFocus(): () => void {
  const onFocus = (event: FocusEvent) => {
    const target = event.target as HTMLElement;
    const pane = target.closest('[data-pane]');
    if (pane) lastFocus.set(pane, target);
  };
  document.addEventListener('focusin', onFocus);
  return () => document.removeEventListener('focusin', onFocus);
}

/** F6 and Shift F6: the next pane of the screen, round and round. */
export function focusNextPane(backwards: boolean): void {
  const panes = visibleOnes('[data-pane]');
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  const pane = panes[(here + step + panes.length) % panes.length];
  if (!pane) return;
  const before = lastFocus.get(pane);
  const target = before && pane.contains(before) && visible(before) ? before : visibleOnes(FOCUSABLE, pane)[0];
  (target ?? pane).focus();
}

/** F8: the next field or check that is wrong, after the one that has the focus. */
export function focusNextProblem(): void {
  const wrong = visibleOnes('[aria-invalid="true"], [data-problem]');
  const here = document.activeElement;
  const next = wrong.find(
    (each) => here && here !== each && here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  (next ?? wrong[0])?.focus();
}
