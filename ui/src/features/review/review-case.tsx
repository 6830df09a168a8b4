import { Button, Heading } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { reviewOf, reviewSay } from '../../backend/review-commands';
import type { ReviewedCase, ReviewView } from '../../backend/review-types';
import { useAction } from '../../backend/use-action';
import { useQuery } from '../../backend/use-query';
import { shortDate } from '../../dates/format';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { FailurePage } from '../../frame/failure-page';
import { readsOnly, useUser } from '../../frame/reader';
import { useTexts } from '../../texts/texts';
import { DecideDialog } from './decide-dialog';
import { WordsDialog, type Words } from './words-dialog';

interface Props {
  number: string;
  onChanged: () => void;
  onOpen: () => void;
}

/** The review of one case: each date and pause with what the officer thinks, the answers, and the lead's word beside them. */
export function ReviewOfCase({ number, onChanged, onOpen }: Props) {
  const texts = useTexts();
  const t = texts.review;
  const user = useUser();
  const officer = readsOnly(user);
  const asked = useQuery(number, () => reviewOf(number));
  const [after, setAfter] = useState<ReviewedCase | null>(null);
  const [words, setWords] = useState<Words | null>(null);
  const [deciding, setDeciding] = useState(false);
  const say = useAction(reviewSay);
  const announce = useAnnounce();
  const show = after ?? asked.data;
  if (asked.failure && !show) return <FailurePage failure={asked.failure} onRetry={asked.reload} />;
  if (!show) return <p className="loading">{texts.frame.loading}</p>;
  const { review } = show;
  const changed = (next: ReviewedCase) => {
    setAfter(next);
    announce(next.review.state_label ?? '');
    onChanged();
  };
  // Only what was said in a dialog closes it: another answer can come while somebody writes there.
  const said = (next: ReviewedCase) => {
    setWords(null);
    setDeciding(false);
    changed(next);
  };
  const agree = async (date: string | null, pause: number | null) => {
    if (say.pending) return;
    const answer = await say.run({ case: show.case, if_version: show.version, date, pause, against: null });
    if (answer) changed(answer);
  };
  const line = (key: string, label: string, views: ReviewView[], date: string | null, pause: number | null) => (
    <li key={key}>
      <strong>{label}</strong>
      {views.length === 0 && <span className="subtle">{t.notViewed}</span>}
      {views.map((view) => (
        <ViewLine key={view.at + String(view.agrees)} view={view} pause={pause !== null} />
      ))}
      {officer && (
        <div className="buttons">
          <Button variant="secondary" aria-label={`${pause === null ? t.agree : t.holds}: ${label}`} aria-busy={say.pending} onClick={() => void agree(date, pause)}>
            {pause === null ? t.agree : t.holds}
          </Button>
          <Button
            variant="secondary"
            aria-label={`${pause === null ? t.disagree : t.doesNotHold}: ${label}`}
            onClick={() => setWords({ kind: 'disagree', label, date, pause })}
          >
            {pause === null ? t.disagree : t.doesNotHold}
          </Button>
        </div>
      )}
    </li>
  );
  const all = [...review.dates, ...review.pauses];
  const viewed = all.filter((each) => each.views.length > 0);
  const waits = review.state === 'venter-svar' || review.state === 'venter-avgjorelse';
  return (
    <div className="stack">
      <header className="review-case-head">
        <Heading level={2} data-size="xs">
          {show.case} {show.title}
        </Heading>
        <p className="subtle">
          {review.state_label ?? t.notTakenUp}
          {review.state_label && `. ${t.viewed(viewed.length, all.length)}`}
        </p>
        <div className="buttons">
          <Button variant="secondary" onClick={onOpen}>
            {t.openCase}
          </Button>
          <Button variant="secondary" onClick={() => setWords({ kind: 'flag' })}>
            {t.flag}
          </Button>
          {waits && !officer && (
            <Button variant="secondary" onClick={() => setWords({ kind: 'reply' })}>
              {t.reply}
            </Button>
          )}
          {review.state === 'venter-avgjorelse' && user?.role === 'leder' && (
            <Button data-color="accent" onClick={() => setDeciding(true)}>
              {t.decide}
            </Button>
          )}
        </div>
      </header>
      <FailureAlert failure={say.failure} />
      <Part id="taken-up" title={t.takenUp} shown={review.taken_up.length > 0}>
        {review.taken_up.map((taken) => (
          <li key={taken.at + taken.how}>
            {taken.text} {taken.reason && `«${taken.reason}»`} <span className="secondary">{taken.by}</span>
          </li>
        ))}
      </Part>
      <Part id="dates" title={t.dates} shown={review.dates.length > 0}>
        {review.dates.map((each) =>
          line(each.date, `${each.label} ${each.on ? shortDate(each.on) : ''}`.trim(), each.views, each.date, null),
        )}
      </Part>
      <Part id="pauses" title={t.pauses} shown={review.pauses.length > 0}>
        {review.pauses.map((each) => line(String(each.pause), t.pause(each.pause, each.label), each.views, null, each.pause))}
      </Part>
      <Part id="answers" title={t.answers} shown={review.answers.length > 0}>
        {review.answers.map((each) => (
          <li key={each.at}>
            {each.text ?? t.erased} <span className="secondary">{each.by}</span>
          </li>
        ))}
      </Part>
      <Part id="decisions" title={t.decisions} shown={review.decisions.length > 0}>
        {review.decisions.map((each) => (
          <li key={each.at}>
            <strong>{each.label}.</strong> {each.text ?? t.erased} <span className="secondary">{each.by}</span>
          </li>
        ))}
      </Part>
      <p className="secondary">
        {review.doubt} ({review.source})
      </p>
      {words && <WordsDialog show={show} words={words} onDone={said} onClose={() => setWords(null)} />}
      {deciding && <DecideDialog show={show} onDone={said} onClose={() => setDeciding(false)} />}
    </div>
  );
}

function ViewLine({ view, pause }: { view: ReviewView; pause: boolean }) {
  const t = useTexts().review;
  const word = view.agrees ? (pause ? t.holds : t.agree) : pause ? t.doesNotHold : t.disagree;
  return (
    <span className="review-view" data-agrees={view.agrees}>
      {word}
      {view.on && `: ${shortDate(view.on)}`} {view.reason && `«${view.reason}»`}
      {view.moved && ` ${t.moved}`} <span className="secondary">{view.by}</span>
    </span>
  );
}

function Part({ id, title, shown, children }: { id: string; title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <section aria-labelledby={`review-${id}`}>
      <Heading id={`review-${id}`} level={3} data-size="2xs">
        {title}
      </Heading>
      <ul className="chosen-said">{children}</ul>
    </section>
  );
}
