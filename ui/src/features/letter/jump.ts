import { focusField } from '../../form/field-id';

/** Goes to the field that a check is about, and opens the part that holds it. */
export function jumpTo(field: string): void {
  for (const path of [`fields.${field}`, field]) {
    const id = `felt-${path.replaceAll(/[^A-Za-z0-9_]+/g, '-')}`;
    const closed = document.getElementById(id)?.closest('details:not([open])');
    if (closed instanceof HTMLDetailsElement) closed.open = true;
    if (document.getElementById(id) && focusField(path)) return;
  }
}
