import { Button, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { ombudErase } from '../../backend/review-commands';
import type { Enquiry } from '../../backend/review-types';
import { useAction } from '../../backend/use-action';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { useAnnounce } from '../../frame/announcer';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

/** Erases what is over; of an enquiry that became a request, the notes alone. */
export function ErasePart({ enquiry, due, onErased }: { enquiry: Enquiry; due: boolean; onErased: () => void }) {
  const t = useTexts().ombudInbox.erase;
  const [ground, setGround] = useState(due ? 'bevaringstid' : 'ikke-nodvendig');
  const [asking, setAsking] = useState(false);
  const erase = useAction(ombudErase);
  const announce = useAnnounce();
  const run = async () => {
    if (!(await erase.run({ number: enquiry.number, ground }))) return;
    setAsking(false);
    announce(t.done);
    onErased();
  };
  const title = enquiry.request ? t.notesTitle : t.title;
  return (
    <section aria-labelledby="enquiry-erase" className="stack">
      <Heading id="enquiry-erase" level={3} data-size="2xs">
        {title}
      </Heading>
      <p>{enquiry.request ? t.notesIntro : t.intro}</p>
      <div className="buttons">
        <Button variant="secondary" data-color="danger" onClick={() => setAsking(true)}>
          {title} …
        </Button>
      </div>
      {asking && (
        <FormDialog
          id="enquiry-erase-dialog"
          title={title}
          intro={t.final}
          save={title}
          pending={erase.pending}
          failure={erase.failure}
          onSave={() => void run()}
          onClose={() => setAsking(false)}
        >
          <ChoiceField path="ground" label={t.ground} value={ground} choices={choicesOf(t.grounds)} onChange={setGround} />
        </FormDialog>
      )}
    </section>
  );
}
