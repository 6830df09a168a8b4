import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';

// What draws PDF is half of all that the page can do, and most of the day nobody looks at one.
async function reader() {
  const [pdf, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  pdf.GlobalWorkerOptions.workerSrc = worker.default;
  return pdf;
}

export interface OpenPdf {
  document: PDFDocumentProxy | null;
  failed: boolean;
}

/** Opens PDF bytes. The one before stays open until the new one can be shown, so that the page does not blink. */
export function usePdf(bytes: ArrayBuffer | null): OpenPdf {
  const [open, setOpen] = useState<OpenPdf>({ document: null, failed: false });
  useEffect(() => {
    if (!bytes) return;
    let current = true;
    let close = () => {};
    const open = async () => {
      const { getDocument } = await reader();
      if (!current) return;
      // The reader takes the bytes over, so it is given a copy of its own.
      const task = getDocument({ data: new Uint8Array(bytes.slice(0)), useWorkerFetch: false });
      close = () => void task.destroy();
      const document = await task.promise;
      if (current) setOpen({ document, failed: false });
    };
    open().catch(() => current && setOpen((before) => ({ ...before, failed: true })));
    return () => {
      current = false;
      close();
    };
  }, [bytes]);
  return open;
}

/** Draws one page, so wide, on a canvas; the old picture stays until the new one is finished. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  width: number,
  canvas: HTMLCanvasElement,
  stillWanted: () => boolean,
): Promise<void> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const dots = window.devicePixelRatio || 1;
  const viewport = page.getViewport({ scale: (width * dots) / natural.width });
  const fresh = window.document.createElement('canvas');
  fresh.width = Math.floor(viewport.width);
  fresh.height = Math.floor(viewport.height);
  await page.render({ canvas: fresh, viewport }).promise;
  if (!stillWanted()) return;
  canvas.width = fresh.width;
  canvas.height = fresh.height;
  // One dot of the picture is one dot of the screen: scaled by a hair, rows and columns of the letters are lost.
  canvas.style.width = `${fresh.width / dots}px`;
  canvas.style.height = `${fresh.height / dots}px`;
  canvas.getContext('2d')?.drawImage(fresh, 0, 0);
}
