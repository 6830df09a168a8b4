/** The id of the field for a path in the input: `demands[0].facts.yrke` → `felt-demands-0-facts-yrke`. */
export function fieldId(path: string): string {
  return `felt-${path.replaceAll(/[^A-Za-z0-9_]+/g, '-').replaceAll(/-$/g, '')}`;
}

/** Focuses the field of a path, or the nearest thing that holds it; false when nothing is found. */
export function focusField(path: string): boolean {
  for (let rest = path; rest !== ''; rest = rest.replace(/([.[][^.[]*|^[^.[]+)$/, '')) {
    const field = document.getElementById(fieldId(rest));
    if (!field) continue;
    field.focus();
    field.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
