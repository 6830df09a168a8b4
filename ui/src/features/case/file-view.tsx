import { Table } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import type { CaseFile } from '../../backend/file-types';
import { useFileBytes, useFilePreview } from '../../backend/queries';
import { FailureAlert } from '../../frame/failure-alert';
import { PdfView } from '../../pdf/pdf-view';
import { useTexts } from '../../texts/texts';

interface Props {
  /** The case. */
  number: string;
  file: CaseFile;
}

/** A file as it is: a PDF page by page, a picture, text, or a table. Of documents of other programs only the words are shown. */
export function FileView({ number, file }: Props) {
  const t = useTexts().files.list.preview;
  const preview = useFilePreview(number, file.number);
  const shows = preview.data?.shows;
  const bytes = useFileBytes(number, shows === 'pdf' || shows === 'bilde' ? file.number : null);
  const words = { title: t.title, failed: t.failed, page: t.page };
  return (
    <div className="file-view">
      <FailureAlert failure={preview.failure ?? (shows === 'bilde' ? bytes.failure : null)} />
      {preview.loading && <p className="subtle">{t.loading}</p>}
      {preview.data?.words_only && <p className="secondary">{shows === 'tabell' ? t.cellsOnly : t.wordsOnly}</p>}
      {shows === 'pdf' && <PdfView bytes={bytes.data} busy={bytes.loading} failure={bytes.failure} words={words} />}
      {shows === 'bilde' && bytes.data && <Picture bytes={bytes.data} file={file} />}
      {shows === 'tekst' && (
        <pre className="file-text" tabIndex={0} aria-label={t.title}>
          {preview.data?.text}
        </pre>
      )}
      {shows === 'tabell' && <Rows rows={preview.data?.rows ?? []} label={t.table} />}
      {shows === 'ingen' && <p>{t.none}</p>}
      {preview.data?.cut && <p className="secondary">{t.cut}</p>}
    </div>
  );
}

function Picture({ bytes, file }: { bytes: ArrayBuffer; file: CaseFile }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: file.media_type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, file.media_type]);
  return address && <img className="file-picture" src={address} alt={file.title ?? ''} />;
}

function Rows({ rows, label }: { rows: string[][]; label: string }) {
  const [head, ...body] = rows;
  return (
    <div className="file-table" tabIndex={0} role="region" aria-label={label}>
      <Table border>
        <Table.Head>
          <Table.Row>
            {head?.map((cell, index) => (
              <Table.HeaderCell key={index}>{cell}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {body.map((row, index) => (
            <Table.Row key={index}>
              {row.map((cell, column) => (
                <Table.Cell key={column}>{cell}</Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
