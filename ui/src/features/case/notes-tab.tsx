import { Button, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseNote } from '../../backend/commands';
import { allows } from '../../cases/allows';
import { moment } from '../../dates/format';
import { TextField } from '../../form/text-field';
import { useDraft } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';

/** Internal notes: tinted, and marked with the word, since they never leave the house. */
export function NotesTab({ show, work }: CasePartProps) {
  const t = useTexts().case.notes;
  const [text, setText, forget] = useDraft(`note ${show.case}`, '');
  const [missing, setMissing] = useState(false);
  const notes = [...show.notes].reverse();
  const save = async () => {
    if (text.trim() === '') return setMissing(true);
    if (await work.act((version) => caseNote({ ...version, text: text.trim() }), t.saved)) forget();
  };
  return (
    <div className="stack">
      <p className="secondary">{t.explain}</p>
      {allows(show, 'note') && (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextField
            path="note"
            label={t.label}
            rows={3}
            value={text}
            problem={missing ? t.missing : null}
            onChange={(typed) => {
              setText(typed);
              setMissing(false);
            }}
          />
          <FailureAlert failure={work.failure} />
          <div className="buttons">
            <Button type="submit" variant="secondary" aria-busy={work.pending}>
              {t.save}
            </Button>
          </div>
        </form>
      )}
      {notes.length === 0 && <p className="subtle">{t.none}</p>}
      {notes.map((note) => (
        <article key={note.at} className="note">
          <p className="secondary">
            <Tag variant="outline">{t.internal}</Tag> {note.by}, {moment(note.at)}
          </p>
          <p className="note-text">{note.text}</p>
        </article>
      ))}
    </div>
  );
}
