import { Button } from '@digdir/designsystemet-react';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../backend/failure';
import { FailureAlert } from '../frame/failure-alert';
import { Pane } from '../frame/pane';
import { useShortcuts } from '../frame/shortcut-provider';
import { useTexts } from '../texts/texts';
import { drawPage, usePdf } from './pdf-document';
import { useWidth } from './use-width';
import './pdf.css';

interface Props {
  bytes: ArrayBuffer | null;
  busy: boolean;
  failure: Failure | null;
  /** What is shown, in place of a letter: the heading, and what its pages are called for who hears them. */
  words?: { title: string; failed: string; page: (page: number, of: number) => string };
}

/** The true PDF, page by page. It is for the eye: the same words stand in the structure. */
export function PdfView({ bytes, busy, failure, words }: Props) {
  const t = useTexts().letter;
  const shown = words ?? { title: t.preview, failed: t.previewFailed, page: t.pageImage };
  const pdf = usePdf(bytes);
  const [wanted, setWanted] = useState(1);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const pages = pdf.document?.numPages ?? 0;
  const page = Math.min(wanted, Math.max(pages, 1));

  useEffect(() => {
    if (!pdf.document || !canvas.current || width === 0) return;
    let current = true;
    // A document that was closed meanwhile fails to draw; the next one is on its way.
    drawPage(pdf.document, page, width, canvas.current, () => current).catch(() => undefined);
    return () => {
      current = false;
    };
  }, [pdf.document, page, width]);

  const turn = (by: number) => setWanted(Math.min(Math.max(page + by, 1), Math.max(pages, 1)));
  useShortcuts({ pages: (event) => turn(event.key === 'PageDown' ? 1 : -1) });

  return (
    <Pane label={shown.title} className="pdf-pane">
      <div className="pdf-bar">
        <span className="secondary" aria-live="polite">
          {busy && !pdf.document ? t.previewLoading : shown.title}
        </span>
        <span className="pdf-turn">
          <Button
            variant="tertiary"
            icon
            className="small-button"
            aria-label={t.previousPage}
            aria-disabled={page <= 1}
            onClick={() => turn(-1)}
          >
            <ChevronLeftIcon aria-hidden />
          </Button>
          <span className="figures" aria-live="polite">
            {t.page(page, Math.max(pages, 1))}
          </span>
          <Button
            variant="tertiary"
            icon
            className="small-button"
            aria-label={t.nextPage}
            aria-disabled={page >= pages}
            onClick={() => turn(1)}
          >
            <ChevronRightIcon aria-hidden />
          </Button>
        </span>
      </div>
      <FailureAlert failure={failure} />
      {pdf.failed && <p>{shown.failed}</p>}
      <div ref={frame} className="pdf-frame" aria-busy={busy}>
        <canvas ref={canvas} role="img" aria-label={shown.page(page, Math.max(pages, 1))} />
      </div>
    </Pane>
  );
}
