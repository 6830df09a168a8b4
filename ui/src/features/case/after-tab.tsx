import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import type { Complaint, Reopening } from '../../backend/after-types';
import type { CaseShow } from '../../backend/types';
import { allows } from '../../cases/allows';
import { shortDate } from '../../dates/format';
import { useTexts } from '../../texts/texts';
import type { Wanted } from './wanted';

interface Props {
  show: CaseShow;
  onAction: (wanted: Wanted) => void;
}

/** What came after the answer: each thing with when, who and why. */
export function AfterTab({ show, onAction }: Props) {
  return (
    <div className="stack">
      {show.complaints.length > 0 && <Complaints show={show} onAction={onAction} />}
      {show.reopenings.length > 0 && <Reopenings all={show.reopenings} />}
    </div>
  );
}

function Complaints({ show, onAction }: Props) {
  const t = useTexts().after.complaints;
  const wanted = (complaint: Complaint, step: Complaint['next'][number]): Wanted => {
    if (step === 'brev') return { action: 'letter', target: 'complaint-forwarding' };
    if (step === 'gjenapne') return { action: 'reopen', target: null };
    return { action: 'complaint', target: String(complaint.number) };
  };
  // One dialog asks which of its steps; a letter and a reopening are done elsewhere.
  const offered = (complaint: Complaint) => {
    const here = complaint.next.find((step) => step !== 'brev' && step !== 'gjenapne');
    return complaint.next.filter((step) => step === 'brev' || step === 'gjenapne' || step === here);
  };
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {t.title}
      </Heading>
      <ul className="measures">
        {[...show.complaints].reverse().map((complaint) => (
          <li key={complaint.number} className="measure">
            <ComplaintLines complaint={complaint} />
            {allows(show, 'complaint') && offered(complaint).length > 0 && (
              <div className="buttons">
                {offered(complaint).map((step, place) => (
                  <Button
                    key={step}
                    variant={place === 0 ? 'secondary' : 'tertiary'}
                    onClick={() => onAction(wanted(complaint, step))}
                  >
                    {t.steps[step]}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ComplaintLines({ complaint }: { complaint: Complaint }) {
  const t = useTexts().after.complaints;
  const open = complaint.state !== 'ferdig';
  const lines: (string | null)[] = [
    t.received(shortDate(complaint.received_on), complaint.posted_on && shortDate(complaint.posted_on)),
    complaint.timing_label,
    complaint.reply_by_on && t.replyBy(shortDate(complaint.reply_by_on)),
    complaint.view_label && t.considered(complaint.view_label, complaint.reason),
    complaint.late,
    complaint.sent_on && t.sent(complaint.sent ?? '', shortDate(complaint.sent_on)),
    complaint.replied_on && t.replied(shortDate(complaint.replied_on), complaint.reply),
    complaint.outcome_label && t.decided(complaint.outcome_label, shortDate(complaint.decided_on ?? ''), complaint.decision),
    complaint.reopened_on && t.reopened(shortDate(complaint.reopened_on)),
    complaint.due_on && t.due(shortDate(complaint.due_on)),
  ];
  return (
    <div>
      <p>
        <Tag variant="outline" data-color={open ? 'warning' : 'neutral'}>
          {complaint.state_label}
        </Tag>{' '}
        <strong>{complaint.kind_label}</strong> <span className="source">{complaint.source}</span>
      </p>
      {complaint.about && <p>{complaint.about}</p>}
      {lines.map((line) => line && (
        <p key={line} className="secondary">
          {line}
        </p>
      ))}
    </div>
  );
}

function Reopenings({ all }: { all: readonly Reopening[] }) {
  const texts = useTexts();
  const t = texts.after.reopenings;
  const roles: Record<string, string> = texts.codes.role;
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {t.title}
      </Heading>
      <ul className="measures">
        {[...all].reverse().map((each, place) => (
          <li key={place} className="measure">
            <div>
              <p>
                <strong>{each.ground_label}</strong>
              </p>
              {each.reason && <p>{each.reason}</p>}
              <p className="secondary">{t.by(shortDate(each.on), each.by, (roles[each.role] ?? each.role).toLowerCase())}</p>
              {each.answer && <p className="secondary">{t.answer(each.answer)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
