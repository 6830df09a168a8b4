import { Button } from '@digdir/designsystemet-react';
import { PlusIcon, XMarkIcon } from '@navikt/aksel-icons';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import type { AttachmentDraft } from './draft';
import type { PartProps } from './source-pane';

/** What lay with the request on paper: titles and page counts. The papers themselves stay in the archive. */
export function Attachments({ draft, problems, change }: PartProps) {
  const t = useTexts().intake.source;
  const list = draft.attachments;
  const edit = (index: number, changed: Partial<AttachmentDraft>) =>
    change({ attachments: list.map((each, at) => (at === index ? { ...each, ...changed } : each)) });
  const add = () => {
    change({ attachments: [...list, { title: '', pages: '1' }] });
    setTimeout(() => document.getElementById(`felt-attachments-${list.length}-title`)?.focus());
  };
  return (
    <div className="attachments" role="group" aria-label={t.attachments}>
      {list.map((attachment, index) => (
        <div className="row attachment" key={index}>
          <TextField
            path={`attachments[${index}].title`}
            label={t.attachmentTitle(index + 1)}
            value={attachment.title}
            problem={problems.at(`attachments[${index}].title`)}
            className="wide"
            onChange={(title) => edit(index, { title })}
          />
          <TextField
            path={`attachments[${index}].pages`}
            label={t.attachmentPages(index + 1)}
            value={attachment.pages}
            inputMode="numeric"
            problem={problems.at(`attachments[${index}].pages`)}
            className="pages"
            onChange={(pages) => edit(index, { pages })}
          />
          <Button
            variant="tertiary"
            icon
            aria-label={t.removeAttachment(index + 1)}
            onClick={() => change({ attachments: list.filter((_, at) => at !== index) })}
          >
            <XMarkIcon aria-hidden />
          </Button>
        </div>
      ))}
      <div className="attachments-add">
        <Button variant="secondary" onClick={add}>
          <PlusIcon aria-hidden />
          {t.addAttachment}
        </Button>
      </div>
    </div>
  );
}
