/** Words as they are compared: small letters, and æ, ø and å found by a keyboard that has none. */
export function folded(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/**
 * How well typed words fit a text: 0 for not at all, more the better. Each word
 * that was typed begins a word, stands within one, or has its letters there in
 * order, the way one shortens a name.
 */
export function fit(typed: string, text: string): number {
  const wanted = folded(typed).split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return 1;
  const place = folded(text);
  let sum = 0;
  for (const word of wanted) {
    const found = fitOfWord(word, place);
    if (found === 0) return 0;
    sum += found;
  }
  return sum / wanted.length;
}

function fitOfWord(word: string, text: string): number {
  if (text.startsWith(word)) return 100;
  const at = text.indexOf(word);
  if (at > 0) return /[\s(§/«“:-]/.test(text.charAt(at - 1)) ? 80 : 50;
  return inOrder(word, text);
}

/** Letters in order: the first begins a word, and the fewer letters lie between them the better. */
function inOrder(word: string, text: string): number {
  // One letter, or two, stand in order in nearly everything.
  if (word.length < 3) return 0;
  let best = 0;
  for (const start of text.matchAll(/(?<=^|[\s(])\S/g)) {
    let at = start.index;
    const first = at;
    if (text[at] !== word[0]) continue;
    let whole = true;
    for (const letter of word.slice(1)) {
      at = text.indexOf(letter, at + 1);
      if (at < 0) {
        whole = false;
        break;
      }
    }
    const span = at - first + 1;
    if (whole && span <= word.length * 4) best = Math.max(best, (30 * word.length) / span);
  }
  return best;
}
