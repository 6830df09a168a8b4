import { Button, Dialog, Heading, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useEarlier, useEarlierCount } from '../../backend/queries';
import type { RequestIn } from '../../backend/types';
import { Beside } from '../../cases/beside';
import { FailureAlert } from '../../frame/failure-alert';
import { useReturnFocus } from '../../frame/use-return-focus';
import { useTexts } from '../../texts/texts';
import { requestOf, type IntakeDraft } from './draft';

/** Such a number can be looked for; whether it is a person's, the core says. */
const NUMBER = /^\d{11}$/;

/** Says that the person has asked before, as soon as the number is there. What they asked for is shown when one wants it. */
export function Earlier({ draft }: { draft: IntakeDraft }) {
  const request = requestOf(draft);
  const number = request.person.identity_number;
  return number !== null && NUMBER.test(number) ? <Hint key={number} request={request} /> : null;
}

function Hint({ request }: { request: RequestIn }) {
  const t = useTexts().intake.earlier;
  const { data, failure } = useEarlierCount(request);
  const [open, setOpen] = useState(false);
  if (failure) return <FailureAlert failure={failure} />;
  if (!data || data.requests === 0) return null;
  return (
    <div className="earlier" role="group" aria-label={t.title}>
      <p role="status">{t.found(data.requests, data.open, data.more)}</p>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t.show}
      </Button>
      <p className="secondary">{t.logged}</p>
      {open && <EarlierDialog request={request} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface DialogProps {
  request: RequestIn;
  onClose: () => void;
}

/** What is typed beside what the person asked for before. Nothing is joined or closed here. */
function EarlierDialog({ request, onClose }: DialogProps) {
  const texts = useTexts();
  const t = texts.intake.earlier;
  const { data, failure } = useEarlier(request);
  useReturnFocus();
  return (
    <Dialog open onClose={onClose} closeButton={texts.frame.close} aria-labelledby="earlier-title" className="earlier-requests">
      <div className="stack">
        <Heading id="earlier-title" level={2} data-size="xs">
          {t.title}
        </Heading>
        <p>{t.explain}</p>
        <FailureAlert failure={failure} />
        {!data && !failure && <p className="subtle">{texts.frame.loading}</p>}
        {data && data.others.length === 0 && <p className="subtle">{t.none}</p>}
        {data?.others.map((other) => (
          <Beside
            key={other.request}
            other={other.request}
            kind={other.kind}
            kindLabel={other.kind_label}
            here={t.here}
            rows={other.rows}
            marks={other.alike && <Tag data-color="info">{t.alike}</Tag>}
          />
        ))}
        {data?.more && <p className="subtle">{t.more}</p>}
        <div className="buttons">
          <Button variant="secondary" onClick={onClose}>
            {t.back}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
