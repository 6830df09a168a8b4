import type { Language } from '../../backend/types';
import { piecesOf } from './plain-text';

/** A section of the letter to be read on the screen, in the letter's own language. */
export function SectionText({ text, language }: { text: string; language: Language }) {
  return (
    <div className="structure-text" lang={language}>
      {piecesOf(text).map((piece, index) => {
        if (piece.kind === 'heading') return <strong key={index}>{piece.text}</strong>;
        if (piece.kind === 'paragraph') return <p key={index}>{piece.text}</p>;
        const List = piece.ordered ? 'ol' : 'ul';
        return (
          <List key={index}>
            {piece.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}
