import { Button, Checkbox, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseNote } from '../../backend/commands';
import { allows } from '../../cases/allows';
import { moment, shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { unlessChanged } from '../../form/unless-changed';
import { useWritten } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { useLanguage, useTexts } from '../../texts/texts';
import type { CasePartProps } from '../../cases/use-case-work';

/** Internal notes: tinted, and marked with the word, since they never leave the house. */
export function NotesTab({ show, work, today }: CasePartProps & { today: string }) {
  const texts = useTexts();
  const language = useLanguage();
  const t = texts.case.notes;
  const [text, setText, forget] = useWritten(`note ${show.case}`, show.case, '');
  const [telephone, setTelephone] = useState(false);
  const [on, setOn] = useState(shortDate(today));
  const [missing, setMissing] = useState(false);
  const notes = [...show.notes].reverse();
  const save = async () => {
    const called = parseDate(on);
    if (text.trim() === '' || (telephone && called.kind !== 'date')) return setMissing(true);
    const telephone_on = telephone && called.kind === 'date' ? called.on : null;
    if (await work.act((version) => caseNote({ ...version, text: text.trim(), telephone_on }), t.saved)) {
      forget(text);
      setTelephone(unlessChanged(telephone, false));
    }
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
            problem={missing && text.trim() === '' ? t.missing : null}
            onChange={(typed) => {
              setText(typed);
              setMissing(false);
            }}
          />
          <Checkbox
            label={t.telephone}
            checked={telephone}
            onChange={(event) => setTelephone(event.target.checked)}
          />
          {telephone && (
            <DateField
              path="note.on"
              label={t.telephoneOn}
              value={on}
              problem={missing ? dateProblem(texts, on, true) : null}
              onChange={setOn}
            />
          )}
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
            <Tag variant="outline">{t.internal}</Tag> {note.by}, {moment(note.at, language)}
            {note.telephone_on && `, ${t.spokeOn(shortDate(note.telephone_on))}`}
          </p>
          <p className="note-text">{note.text}</p>
        </article>
      ))}
    </div>
  );
}
