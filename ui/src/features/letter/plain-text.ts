/** A piece of a letter's plain text: a heading, a list, or a paragraph. */
export type Piece =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] };

const BULLET = /^- (.*)$/;
const NUMBER = /^\d+\. (.*)$/;

/** Takes a section's text apart, as the core writes it: `## ` before headings, `- ` and `1. ` before items. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const line of text.split('\n').map((each) => each.trim()).filter(Boolean)) {
    const heading = /^#+ (.*)$/.exec(line);
    const item = BULLET.exec(line) ?? NUMBER.exec(line);
    const last = pieces[pieces.length - 1];
    if (heading?.[1]) pieces.push({ kind: 'heading', text: heading[1] });
    else if (item?.[1]) {
      const ordered = NUMBER.test(line);
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(item[1]);
      else pieces.push({ kind: 'list', ordered, items: [item[1]] });
    } else pieces.push({ kind: 'paragraph', text: line });
  }
  return pieces;
}
