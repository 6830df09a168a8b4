import { Button, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { ombudClose, ombudNote, ombudShow } from '../../backend/review-commands';
import type { Enquiry } from '../../backend/review-types';
import { useAction } from '../../backend/use-action';
import { useQuery } from '../../backend/use-query';
import { shortDate } from '../../dates/format';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { useWritten } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { FailurePage } from '../../frame/failure-page';
import { useTexts } from '../../texts/texts';
import { ErasePart } from './erase-part';
import { PassOnDialog } from './pass-on-dialog';

interface Props {
  number: number;
  due: boolean;
  onChanged: () => void;
  onErased: () => void;
  onRequest: (request: string) => void;
}

/** One enquiry with its confidential notes. That the officer looked is logged; at what, is not. */
export function OpenedEnquiry({ number, due, onChanged, onErased, onRequest }: Props) {
  const texts = useTexts();
  const t = texts.ombudInbox;
  const asked = useQuery(String(number), () => ombudShow(number));
  const [after, setAfter] = useState<Enquiry | null>(null);
  // The store erases what is kept under this key, and that of the dialog below, with the enquiry.
  const [text, setText, forget] = useWritten(`enquiry ${number}`, null, '');
  const [outcome, setOutcome] = useState('besvart');
  const [passing, setPassing] = useState(false);
  const note = useAction(ombudNote);
  const close = useAction(ombudClose);
  const announce = useAnnounce();
  const enquiry = after ?? asked.data;
  if (asked.failure && !enquiry) return <FailurePage failure={asked.failure} onRetry={asked.reload} />;
  if (!enquiry) return <p className="loading">{texts.frame.loading}</p>;
  const changed = (next: Enquiry, told: string) => {
    setAfter(next);
    announce(told);
    onChanged();
  };
  const saveNote = async () => {
    if (note.pending) return;
    const next = text.trim() === '' ? null : await note.run({ number, text });
    if (!next) return;
    forget(text);
    changed(next, t.noted);
  };
  const saveEnd = async () => {
    if (close.pending) return;
    const next = await close.run({ number, outcome });
    if (next) changed(next, next.state_label);
  };
  const { request } = enquiry;
  return (
    <div className="stack">
      <header>
        <Heading level={2} data-size="xs">
          {t.numbered(enquiry.number)}
        </Heading>
        <p className="subtle">
          {t.received(shortDate(enquiry.received_on))} · {enquiry.source_label} · {enquiry.state_label}
          {enquiry.outcome_label && ` · ${enquiry.outcome_label}`}
        </p>
        {!request && (
          <Button variant="secondary" onClick={() => setPassing(true)}>
            {t.passOn}
          </Button>
        )}
        {request && (
          <button type="button" className="link-button" onClick={() => onRequest(request)}>
            {t.becameRequest(request)}
          </button>
        )}
      </header>
      {(enquiry.name || enquiry.contact) && (
        <p className="ombud-text">{[enquiry.name, enquiry.contact].filter(Boolean).join(' · ')}</p>
      )}
      <p className="ombud-text">{enquiry.text}</p>
      <section aria-labelledby="enquiry-notes" className="stack">
        <Heading id="enquiry-notes" level={3} data-size="2xs">
          {t.notes}
        </Heading>
        <ul className="chosen-said">
          {enquiry.notes.map((each) => (
            <li key={each.at}>
              <span className="ombud-text">{each.text}</span> <span className="secondary">{each.by}</span>
            </li>
          ))}
        </ul>
        <TextField path="enquiry.note" label={t.note} rows={4} value={text} onChange={setText} />
        <FailureAlert failure={note.failure} />
        <div className="buttons">
          <Button variant="secondary" aria-busy={note.pending} onClick={() => void saveNote()}>
            {t.saveNote}
          </Button>
        </div>
      </section>
      {enquiry.state === 'apen' && (
        <section aria-labelledby="enquiry-end" className="stack">
          <Heading id="enquiry-end" level={3} data-size="2xs">
            {t.close}
          </Heading>
          <ChoiceField path="enquiry.outcome" label={t.outcome} value={outcome} choices={choicesOf(t.outcomes)} onChange={setOutcome} />
          <FailureAlert failure={close.failure} />
          <div className="buttons">
            <Button variant="secondary" aria-busy={close.pending} onClick={() => void saveEnd()}>
              {t.close}
            </Button>
          </div>
        </section>
      )}
      {enquiry.erasable && (
        <ErasePart
          enquiry={enquiry}
          due={due}
          onErased={() => {
            forget();
            onErased();
          }}
        />
      )}
      <p className="secondary">
        {enquiry.secrecy} ({enquiry.secrecy_source}). {enquiry.doubt}
      </p>
      {passing && <PassOnDialog enquiry={enquiry} onRequest={onRequest} onClose={() => setPassing(false)} />}
    </div>
  );
}
