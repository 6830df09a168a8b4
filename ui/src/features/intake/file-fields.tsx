import { Alert, Button } from '@digdir/designsystemet-react';
import { PaperclipIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useRef } from 'react';
import { size } from '../../form/files';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import type { FileDraft } from './draft';
import type { PartProps } from './source-pane';
import { PICK_FILE, type Files } from './use-files';

/** The files that came with the request: picked, dropped or pasted, each with a title. */
export function FileFields({ draft, problems, change, files }: PartProps & { files: Files }) {
  const t = useTexts().intake.files;
  const told = useRef<HTMLDivElement>(null);
  // What is refused is told below the files, which may lie out of sight.
  useEffect(() => told.current?.scrollIntoView({ block: 'nearest' }), [files.refused]);
  const edit = (index: number, title: string) =>
    change({ files: draft.files.map((each, at) => (at === index ? { ...each, title } : each)) });
  const titled = draft.files.every((_, index) => !problems.at(`files[${index}].title`));
  const problem = titled ? problems.at('files') : null;
  return (
    <div className="attachments" role="group" aria-label={t.title} id="felt-files" tabIndex={-1}>
      {draft.files.map((file: FileDraft, index) => (
        <div className="row attachment" key={file.id}>
          <TextField
            path={`files[${index}].title`}
            label={t.name(index + 1)}
            hint={t.nameHint}
            value={file.title}
            problem={problems.at(`files[${index}].title`)}
            className="wide"
            onChange={(title) => edit(index, title)}
          />
          <span className="secondary file-kind">{t.kind(file.kind, size(file.size))}</span>
          <Button variant="tertiary" icon aria-label={t.remove(index + 1)} onClick={() => files.remove(file.id)}>
            <XMarkIcon aria-hidden />
          </Button>
        </div>
      ))}
      {files.refused.length > 0 && (
        <Alert ref={told} data-color="danger" role="alert">
          <strong>{t.refused(files.refused.length)}</strong>
          <ul>
            {files.refused.map((message, place) => (
              <li key={place}>{message}</li>
            ))}
          </ul>
        </Alert>
      )}
      {problem && <p className="live-problem">{problem}</p>}
      <div className="attachments-add">
        <Button variant="secondary" id={PICK_FILE} aria-busy={files.pending} onClick={files.pick}>
          <PaperclipIcon aria-hidden />
          {t.pick}
        </Button>
        <span className="secondary" role="status">
          {files.pending ? t.looking : t.drop}
        </span>
      </div>
      {draft.files.length > 0 && <p className="secondary">{t.kept}</p>}
    </div>
  );
}
