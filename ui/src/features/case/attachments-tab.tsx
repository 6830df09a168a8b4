import { Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseShow } from '../../backend/types';
import type { CasePartProps } from '../../cases/use-case-work';
import { useTexts } from '../../texts/texts';
import { FilesPart } from './files-part';
import { RedactView } from './redact-view';
import { ReportsPart } from './reports-part';
import './files.css';

/** What came with the request, the files that lie with it, and what goes with the answer. */
export function AttachmentsTab({ show, work }: CasePartProps) {
  const [redacted, setRedacted] = useState<number | null>(null);
  const file = show.files.find((each) => each.number === redacted);
  if (file) return <RedactView key={file.number} file={file} show={show} work={work} onClose={() => setRedacted(null)} />;
  return (
    <div className="stack">
      <ReceivedPart attachments={show.attachments} />
      <FilesPart show={show} work={work} onRedact={setRedacted} />
      <ReportsPart show={show} work={work} />
    </div>
  );
}

function ReceivedPart({ attachments }: { attachments: CaseShow['attachments'] }) {
  const t = useTexts().case.attachments;
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {t.received}
      </Heading>
      {attachments.length === 0 && <p className="subtle">{t.none}</p>}
      {attachments.length > 0 && (
        <>
          <p className="secondary">{t.explain}</p>
          <ul className="letters">
            {attachments.map((each, index) => (
              <li key={index}>
                {each.title} {each.pages !== null && <span className="secondary">{t.pages(each.pages)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
