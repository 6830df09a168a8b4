import { Button, Heading } from '@digdir/designsystemet-react';
import { EnvelopeClosedIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { ombudList } from '../../backend/review-commands';
import type { Inbox } from '../../backend/review-types';
import { useQuery } from '../../backend/use-query';
import { moment, shortDate } from '../../dates/format';
import { unlessChanged } from '../../form/unless-changed';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useLanguage, useTexts } from '../../texts/texts';
import { ClosedInbox } from './closed-inbox';
import { OpenedEnquiry } from './opened-enquiry';
import { ReceiveDialog } from './receive-dialog';
import { RecoveryDialog } from './recovery-dialog';
import { RetentionDialog } from './retention-dialog';
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
  const [dialog, setDialog] = useState<'receive' | 'retention' | 'recovery' | null>(null);
  const asked = useQuery('inbox', ombudList);
  if (asked.failure?.code === 'inbox-closed') return <ClosedInbox failure={asked.failure} onOpened={asked.reload} />;
  if (asked.failure && !asked.data) return <FailurePage failure={asked.failure} onRetry={asked.reload} />;
  const inbox = asked.data;
  const months = inbox?.retention.months ?? null;
  const due = inbox?.enquiries.filter((each) => each.due) ?? [];
  const others = inbox?.enquiries.filter((each) => !each.due) ?? [];
  return (
    <div className="chosen-beside">
      <header className="page-head chosen-beside-head">
        <PageTitle focus={chosen === null}>{t.title}</PageTitle>
        <p className="subtle">{t.subtitle}</p>
        <Button variant="secondary" onClick={() => setDialog('receive')}>
          {t.receive}
        </Button>
        {inbox && (
          <>
            <Button variant="secondary" onClick={() => setDialog('retention')}>
              {t.retention.open}
            </Button>
            <Button variant="secondary" onClick={() => setDialog('recovery')}>
              {t.recovery.open}
            </Button>
            <p className="subtle">
              {t.retention.now(months === null ? null : t.months(months))} {!inbox.recovery_code && t.recovery.missing}
            </p>
          </>
        )}
      </header>
      <Pane label={t.list} className="chosen-beside-list" stop>
        {!inbox && <p className="loading">{texts.frame.loading}</p>}
        {inbox?.enquiries.length === 0 && <p className="subtle">{t.none}</p>}
        {due.length > 0 && <ListHead>{t.dueNow}</ListHead>}
        <Lines enquiries={due} chosen={chosen} onChoose={setChosen} />
        {due.length > 0 && others.length > 0 && <ListHead>{t.others}</ListHead>}
        <Lines enquiries={others} chosen={chosen} onChoose={setChosen} />
        {inbox && <Erased erased={inbox.erased} />}
      </Pane>
      <Pane label={t.chosen} className="chosen-beside-chosen" stop>
        {chosen === null && <p className="subtle">{t.choose}</p>}
        {chosen !== null && (
          <OpenedEnquiry
            key={chosen}
            number={chosen}
            due={due.some((each) => each.number === chosen)}
            onChanged={asked.reload}
            onErased={() => {
              setChosen(unlessChanged<number | null>(chosen, null));
              asked.reload();
            }}
            onRequest={onRequest}
          />
        )}
      </Pane>
      {dialog === 'receive' && (
        <ReceiveDialog
          today={today}
          onReceived={(number) => {
            setDialog(null);
            setChosen(number);
            asked.reload();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'retention' && inbox && (
        <RetentionDialog
          retention={inbox.retention}
          onSaved={() => {
            setDialog(null);
            asked.reload();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'recovery' && <RecoveryDialog onMade={asked.reload} onClose={() => setDialog(null)} />}
    </div>
  );
}

const ListHead = ({ children }: { children: string }) => (
  <Heading level={2} data-size="2xs">
    {children}
  </Heading>
);

interface LinesProps {
  enquiries: Inbox['enquiries'];
  chosen: number | null;
  onChoose: (number: number) => void;
}

function Lines({ enquiries, chosen, onChoose }: LinesProps) {
  const t = useTexts().ombudInbox;
  if (enquiries.length === 0) return null;
  return (
    <ul className="chosen-lines">
      {enquiries.map((each) => (
        <li key={each.number}>
          <button
            type="button"
            className="chosen-line"
            aria-current={each.number === chosen || undefined}
            onClick={() => onChoose(each.number)}
          >
            <EnvelopeClosedIcon aria-hidden />
            <span>
              <strong>{t.numbered(each.number)}</strong> <span className="figures">{shortDate(each.received_on)}</span>
              <span className="secondary">
                {each.source_label} · {each.state_label}
                {each.due ? ` · ${t.due}` : each.erasable_on && ` · ${t.dueFrom(shortDate(each.erasable_on))}`}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is gone: that it was, and no more. */
function Erased({ erased }: { erased: Inbox['erased'] }) {
  const t = useTexts().ombudInbox;
  const language = useLanguage();
  if (erased.length === 0) return null;
  return (
    <>
      <ListHead>{t.erasedList}</ListHead>
      <ul className="chosen-said">
        {erased.map((each) => (
          <li key={each.number} className="secondary">
            {t.erased(each.number, moment(each.at, language), each.by, each.ground_label)}
          </li>
        ))}
      </ul>
    </>
  );
}
