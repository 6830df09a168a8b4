import { Button, Checkbox, Heading } from '@digdir/designsystemet-react';
import { ClipboardCheckmarkIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { reviewList } from '../../backend/review-commands';
import type { ReviewList } from '../../backend/review-types';
import { useQuery } from '../../backend/use-query';
import { useDraft } from '../../frame/drafts';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { readsOnly, useUser } from '../../frame/reader';
import { useTexts } from '../../texts/texts';
import { DrawDialog } from './draw-dialog';
import { ReviewOfCase } from './review-case';
import '../../frame/chosen-beside.css';
import './review.css';

interface Props {
  today: string;
  onOpen: (number: string) => void;
}

/** The cases whose dates are reviewed, and the review of the chosen one beside them. */
export function Review({ today, onOpen }: Props) {
  const texts = useTexts();
  const t = texts.review;
  const officer = readsOnly(useUser());
  const [open, setOpen] = useDraft('only open reviews', true);
  const [chosen, setChosen] = useDraft<string | null>('chosen review', null);
  const [drawing, setDrawing] = useState(false);
  const asked = useQuery(`reviews ${open}`, () => reviewList({ open }));
  if (asked.failure && !asked.data) return <FailurePage failure={asked.failure} onRetry={asked.reload} />;
  return (
    <div className="chosen-beside">
      <header className="page-head chosen-beside-head">
        <PageTitle focus={chosen === null}>{t.title}</PageTitle>
        <p className="subtle">{t.subtitle}</p>
        <Checkbox label={t.onlyOpen} checked={open} onChange={(event) => setOpen(event.target.checked)} />
        {officer && (
          <Button variant="secondary" onClick={() => setDrawing(true)}>
            {t.draw}
          </Button>
        )}
      </header>
      <Pane label={t.list} className="chosen-beside-list" stop>
        {!asked.data && <p className="loading">{texts.frame.loading}</p>}
        {asked.data && <Found list={asked.data} chosen={chosen} onChoose={setChosen} />}
      </Pane>
      <Pane label={t.ofCase} className="chosen-beside-chosen" stop>
        {chosen === null && <p className="subtle">{t.choose}</p>}
        {chosen !== null && (
          <ReviewOfCase key={chosen} number={chosen} onChanged={asked.reload} onOpen={() => onOpen(chosen)} />
        )}
      </Pane>
      {drawing && (
        <DrawDialog
          today={today}
          onDrawn={(first) => {
            setDrawing(false);
            setChosen(first);
            asked.reload();
          }}
          onClose={() => setDrawing(false)}
        />
      )}
    </div>
  );
}

interface FoundProps {
  list: ReviewList;
  chosen: string | null;
  onChoose: (number: string) => void;
}

function Found({ list, chosen, onChoose }: FoundProps) {
  const t = useTexts().review;
  const line = (number: string, title: string, told: string, proposed: boolean) => (
    <li key={number}>
      <button type="button" className="chosen-line" aria-current={number === chosen || undefined} onClick={() => onChoose(number)}>
        {proposed ? <ExclamationmarkTriangleIcon aria-hidden /> : <ClipboardCheckmarkIcon aria-hidden />}
        <span>
          <strong className="figures">{number}</strong> {title}
          <span className="secondary">{told}</span>
        </span>
      </button>
    </li>
  );
  return (
    <>
      {list.reviews.length === 0 && <p className="subtle">{t.none}</p>}
      <ul className="chosen-lines">
        {list.reviews.map((each) => line(each.case.case, each.case.title, each.state_label, false))}
      </ul>
      {list.proposals.length > 0 && (
        <section aria-labelledby="review-proposals">
          <Heading id="review-proposals" level={2} data-size="2xs">
            {t.proposals}
          </Heading>
          <ul className="chosen-lines">
            {list.proposals.map((each) =>
              line(each.case.case, each.case.title, each.why.map((why) => why.message).join(' '), true),
            )}
          </ul>
        </section>
      )}
    </>
  );
}
