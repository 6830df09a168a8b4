import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { PageWords, RedactionBox } from '../../backend/file-types';
import { drawPage } from '../../pdf/pdf-document';
import { useWidth } from '../../pdf/use-width';
import { useTexts } from '../../texts/texts';
import { between, changed } from './redact-boxes';

interface Props {
  document: PDFDocumentProxy | null;
  page: PageWords;
  number: number;
  of: number;
  boxes: readonly RedactionBox[];
  ground: string;
  onAdd: (box: RedactionBox) => void;
  onChange: (index: number, box: RedactionBox | null) => void;
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-2, 0],
  ArrowRight: [2, 0],
  ArrowUp: [0, -2],
  ArrowDown: [0, 2],
};

/** The page with its boxes: drawn by mouse, moved and sized by the arrow keys. */
export function RedactPage({ document, page, number, of, boxes, ground, onAdd, onChange }: Props) {
  const t = useTexts().files.redact;
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [from, setFrom] = useState<[number, number] | null>(null);
  const [to, setTo] = useState<[number, number] | null>(null);
  const scale = width / page.width;

  useEffect(() => {
    if (!document || !canvas.current || width === 0) return;
    let current = true;
    drawPage(document, number, width, canvas.current, () => current).catch(() => undefined);
    return () => {
      current = false;
    };
  }, [document, number, width]);

  const place = (event: PointerEvent): [number, number] => {
    const area = frame.current?.getBoundingClientRect();
    const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
    if (!area) return [0, 0];
    return [within((event.clientX - area.left) / scale, page.width), within((event.clientY - area.top) / scale, page.height)];
  };
  const draw = from && to && between(number, ground, from, to);
  const finish = () => {
    if (draw) onAdd(draw);
    setFrom(null);
    setTo(null);
  };
  const press = (event: KeyboardEvent, index: number, box: RedactionBox) => {
    const step = STEPS[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') onChange(index, null);
    else if (step && !event.altKey && !event.ctrlKey) onChange(index, changed(box, page, step[0], step[1], event.shiftKey));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const style = (box: RedactionBox) => ({
    left: box.left * scale,
    top: box.top * scale,
    width: box.width * scale,
    height: box.height * scale,
  });
  return (
    <div
      ref={frame}
      className="pdf-frame redact-page"
      onPointerDown={(event) => {
        if (event.button !== 0 || (event.target as Element).closest('button')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(place(event));
        setTo(place(event));
      }}
      onPointerMove={(event) => from && setTo(place(event))}
      onPointerUp={finish}
      onPointerCancel={() => setFrom(null)}
    >
      <canvas ref={canvas} role="img" aria-label={t.pageOf(number, of)} />
      {boxes.map(
        (box, index) =>
          box.page === number && (
            <button
              key={index}
              type="button"
              className="redact-box"
              style={style(box)}
              aria-label={t.box(index + 1, box.page)}
              aria-description={t.boxHint}
              onKeyDown={(event) => press(event, index, box)}
            />
          ),
      )}
      {draw && <div className="redact-box" style={style(draw)} />}
    </div>
  );
}
