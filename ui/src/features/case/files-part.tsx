import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseAttachmentReport, caseAttachmentSave } from '../../backend/commands';
import type { CaseFile } from '../../backend/file-types';
import { useAction } from '../../backend/use-action';
import { allows } from '../../cases/allows';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { size } from '../../form/files';
import { useTexts } from '../../texts/texts';
import { AddFile } from './add-file';
import { FileDialog } from './file-dialog';
import { FileView } from './file-view';

interface Props extends CasePartProps {
  onRedact: (file: number) => void;
}

/** The files that lie with the request: looked at, saved, named, redacted, sent with the answer, taken away. */
export function FilesPart({ show, work, onRedact }: Props) {
  const t = useTexts().files.list;
  const [shown, setShown] = useState<number | null>(null);
  const [dialog, setDialog] = useState<{ file: CaseFile; what: 'rename' | 'remove' } | null>(null);
  const announce = useAnnounce();
  const save = useAction(caseAttachmentSave);
  const open = allows(show, 'attach');
  const keep = async (file: CaseFile) => {
    const answer = await save.run({ case: show.case, file: file.number });
    if (answer?.saved) announce(t.saved);
  };
  const send = (file: CaseFile) =>
    work.act((version) => caseAttachmentReport({ ...version, file: file.number, title: null }), t.reported);
  const ask = (file: CaseFile, what: 'rename' | 'remove') => {
    work.clearFailure();
    setDialog({ file, what });
  };
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {t.title}
      </Heading>
      <p className="secondary">{t.explain}</p>
      {show.files.length === 0 && <p className="subtle">{t.none}</p>}
      <ul className="letters files">
        {show.files.map((file) => {
          const title = file.title ?? t.erased;
          const actions: [string, () => void, boolean][] = [
            [shown === file.number ? t.hide : t.show, () => setShown(shown === file.number ? null : file.number), true],
            [t.save, () => void keep(file), true],
            [t.redact, () => onRedact(file.number), open && file.media_type === 'application/pdf'],
            [t.report, () => void send(file), file.can_be_report && allows(show, 'report')],
            [t.rename, () => ask(file, 'rename'), open],
            [t.remove, () => ask(file, 'remove'), open],
          ];
          return (
            <li key={file.number}>
              <div>
                <span>
                  {file.number}. {title} <Tag variant="outline">{file.kind_label}</Tag>{' '}
                  <Tag variant="outline">{file.from_label}</Tag>
                </span>
                <span className="secondary">
                  {size(file.size)}
                  {file.by && file.on && ` · ${t.added(file.by, shortDate(file.on))}`}
                </span>
                {file.redacts !== null && <span className="secondary">{t.redacts(file.redacts, file.redacted)}</span>}
                {file.sha256 && (
                  <span className="secondary digest">
                    {t.digest} {file.sha256}
                  </span>
                )}
              </div>
              <div className="buttons">
                {actions.map(
                  ([words, act, offered]) =>
                    offered && (
                      <Button
                        key={words}
                        variant="secondary"
                        className="small-action"
                        aria-label={t.of(words, title)}
                        onClick={act}
                      >
                        {words}
                      </Button>
                    ),
                )}
              </div>
              {shown === file.number && <FileView number={show.case} file={file} />}
            </li>
          );
        })}
      </ul>
      <FailureAlert failure={save.failure} />
      {open && <AddFile work={work} />}
      {dialog && <FileDialog {...dialog} work={work} onClose={() => setDialog(null)} />}
    </section>
  );
}
