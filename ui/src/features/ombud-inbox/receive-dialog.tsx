import { useState } from 'react';
import { ombudReceive } from '../../backend/review-commands';
import { useAction } from '../../backend/use-action';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  today: string;
  onReceived: (number: number) => void;
  onClose: () => void;
}

const orNothing = (text: string) => (text.trim() === '' ? null : text.trim());

/** Keeps an enquiry that reached the officer. Only the day, where it came from and what was asked are needed. */
export function ReceiveDialog({ today, onReceived, onClose }: Props) {
  const texts = useTexts();
  const t = texts.ombudInbox;
  const [text, setText, forget] = useWritten('new enquiry', null, '');
  const [received, setReceived] = useState(shortDate(today));
  const [source, setSource] = useState('barn');
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [tried, setTried] = useState(false);
  const receive = useAction(ombudReceive);
  const save = async () => {
    setTried(true);
    const day = parseDate(received);
    if (day.kind !== 'date' || text.trim() === '') return;
    const enquiry = { received_on: day.on, source, name: orNothing(name), contact: orNothing(contact), text };
    const kept = await receive.run({ enquiry });
    if (!kept) return;
    forget();
    onReceived(kept.number);
  };
  return (
    <FormDialog
      id="enquiry-new"
      title={t.receive}
      intro={t.receiveIntro}
      save={t.save}
      pending={receive.pending}
      failure={receive.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <DateField
        path="enquiry.received_on"
        label={t.receivedOn}
        value={received}
        problem={tried ? dateProblem(texts, received, true) : null}
        onChange={setReceived}
      />
      <ChoiceField path="enquiry.source" label={t.source} value={source} choices={choicesOf(t.sources)} onChange={setSource} />
      <TextField path="enquiry.name" label={t.name} value={name} onChange={setName} />
      <TextField path="enquiry.contact" label={t.contact} value={contact} onChange={setContact} />
      <TextField
        path="enquiry.text"
        label={t.text}
        rows={5}
        required
        value={text}
        problem={tried && text.trim() === '' ? t.missing : null}
        onChange={setText}
      />
    </FormDialog>
  );
}
