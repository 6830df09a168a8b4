import { Button } from '@digdir/designsystemet-react';
import { EnvelopeClosedIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { ombudList } from '../../backend/review-commands';
import { useQuery } from '../../backend/use-query';
import { shortDate } from '../../dates/format';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useTexts } from '../../texts/texts';
import { OpenedEnquiry } from './opened-enquiry';
import { ReceiveDialog } from './receive-dialog';
import '../../frame/chosen-beside.css';
import './ombud-inbox.css';

interface Props {
  today: string;
  onRequest: (request: string) => void;
}

/** What reached the data protection officer. Nobody else has it, and nothing of it is kept outside the officer's own rows. */
export function OmbudInbox({ today, onRequest }: Props) {
  const texts = useTexts();
  const t = texts.ombudInbox;
  const [chosen, setChosen] = useState<number | null>(null);
  const [receiving, setReceiving] = useState(false);
  const asked = useQuery('inbox', ombudList);
  if (asked.failure && !asked.data) return <FailurePage failure={asked.failure} onRetry={asked.reload} />;
  const enquiries = asked.data?.enquiries;
  return (
    <div className="chosen-beside">
      <header className="page-head chosen-beside-head">
        <PageTitle focus={chosen === null}>{t.title}</PageTitle>
        <p className="subtle">{t.subtitle}</p>
        <Button variant="secondary" onClick={() => setReceiving(true)}>
          {t.receive}
        </Button>
      </header>
      <Pane label={t.list} className="chosen-beside-list" stop>
        {!enquiries && <p className="loading">{texts.frame.loading}</p>}
        {enquiries?.length === 0 && <p className="subtle">{t.none}</p>}
        <ul className="chosen-lines">
          {enquiries?.map((each) => (
            <li key={each.number}>
              <button
                type="button"
                className="chosen-line"
                aria-current={each.number === chosen || undefined}
                onClick={() => setChosen(each.number)}
              >
                <EnvelopeClosedIcon aria-hidden />
                <span>
                  <strong>{t.numbered(each.number)}</strong> <span className="figures">{shortDate(each.received_on)}</span>
                  <span className="secondary">
                    {each.source_label} · {each.state_label}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Pane>
      <Pane label={t.chosen} className="chosen-beside-chosen" stop>
        {chosen === null && <p className="subtle">{t.choose}</p>}
        {chosen !== null && (
          <OpenedEnquiry key={chosen} number={chosen} onChanged={asked.reload} onRequest={onRequest} />
        )}
      </Pane>
      {receiving && (
        <ReceiveDialog
          today={today}
          onReceived={(number) => {
            setReceiving(false);
            setChosen(number);
            asked.reload();
          }}
          onClose={() => setReceiving(false)}
        />
      )}
    </div>
  );
}
