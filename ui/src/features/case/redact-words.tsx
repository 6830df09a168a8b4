import { useRef, useState, type KeyboardEvent } from 'react';
import type { PageWord, PageWords, RedactionBox } from '../../backend/file-types';
import { useTexts } from '../../texts/texts';
import { covers } from './redact-boxes';

interface Props {
  page: PageWords;
  number: number;
  boxes: readonly RedactionBox[];
  onToggle: (word: PageWord) => void;
}

/** The words of a page as text that one moves through by the arrow keys, and chooses what to cover from. */
export function RedactWords({ page, number, boxes, onToggle }: Props) {
  const t = useTexts().files.redact;
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const here = Math.min(at, page.words.length - 1);
  const own = boxes.filter((box) => box.page === number);

  const go = (event: KeyboardEvent) => {
    const line = page.words[here]?.line ?? 0;
    const first = (of: number) => page.words.findIndex((word) => word.line === of);
    const last = page.words.length - 1;
    const before = [...page.words.slice(0, here)].reverse().find((word) => word.line !== line);
    const after = page.words.findIndex((word, index) => index > here && word.line !== line);
    const to: Record<string, number> = {
      ArrowRight: Math.min(here + 1, last),
      ArrowLeft: Math.max(here - 1, 0),
      ArrowUp: before ? first(before.line) : 0,
      ArrowDown: after < 0 ? last : after,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  if (page.words.length === 0) return <p className="subtle">{t.noWords}</p>;
  return (
    <>
      <p className="secondary" id="redact-words-hint">
        {t.wordsHint}
      </p>
      <div
        ref={list}
        role="group"
        aria-label={t.words(number)}
        aria-describedby="redact-words-hint"
        className="redact-words"
        onKeyDown={go}
      >
        {page.words.map((word, index) => (
          <span key={index}>
            {index > 0 && page.words[index - 1]?.line !== word.line && <br />}
            <button
              type="button"
              tabIndex={index === here ? 0 : -1}
              aria-pressed={own.some((box) => covers(box, word))}
              onFocus={() => setAt(index)}
              onClick={() => onToggle(word)}
            >
              {word.text}
            </button>{' '}
          </span>
        ))}
      </div>
    </>
  );
}
