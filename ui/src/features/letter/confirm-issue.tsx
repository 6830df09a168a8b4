import type { Failure } from '../../backend/failure';
import type { LetterDraft } from '../../backend/letter-types';
import { longDate } from '../../dates/format';
import { FormDialog } from '../../frame/form-dialog';
import { useLanguage, useTexts } from '../../texts/texts';

interface Props {
  draft: LetterDraft;
  send: string | null;
  pending: boolean;
  failure: Failure | null;
  onYes: () => void;
  onClose: () => void;
}

/** Asks once more, with what cannot be undone: who gets it, and how. */
export function ConfirmIssue({ draft, send, pending, failure, onYes, onClose }: Props) {
  const t = useTexts().letter.confirm;
  const language = useLanguage();
  const facts: [string, string][] = [
    [t.kind, draft.kind_label],
    [t.recipient, draft.recipient.name ?? '–'],
    [t.channel, draft.sends.find((each) => each.id === send)?.label ?? ''],
    [t.dated, longDate(draft.dated_on, language)],
  ];
  return (
    <FormDialog
      id="issue"
      title={t.title}
      intro={t.intro}
      save={t.yes}
      pending={pending}
      failure={failure}
      onSave={onYes}
      onClose={onClose}
    >
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </FormDialog>
  );
}
