import { Button, Heading } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { deadlineWhatIf } from '../../backend/forecast-commands';
import type { Accepted, Supposition, WhatIf } from '../../backend/forecast-types';
import { useAction } from '../../backend/use-action';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { useCommands } from '../../frame/commands';
import { useDraft } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { AcceptDialog } from './accept-dialog';
import { MovedCases } from './moved-cases';

/** What is typed. */
interface Typed {
  holiday: string;
  notHoliday: string;
  number: string;
  received: string;
  months: string;
  extendedMonths: string;
}

const NOTHING: Typed = { holiday: '', notHoliday: '', number: '', received: '', months: '', extendedMonths: '' };

/** A list as it was shown, with what was supposed for it; what is typed may be another by now. */
interface Shown {
  supposed: Supposition;
  found: WhatIf;
}

/** What would move if a public holiday, a day of receipt or a value of the rules were another. A lead can accept a day of receipt. */
export function WhatIfPart({ onOpen }: { onOpen: (number: string) => void }) {
  const texts = useTexts();
  const t = texts.forecast.whatIf;
  const [typed, setTyped] = useDraft<Typed>('supposed', NOTHING);
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  // The list that the dialog was opened with: another may be shown behind it meanwhile.
  const [accepting, setAccepting] = useState<Shown | null>(null);
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const show = useAction(deadlineWhatIf);
  const awaited = useRef<Supposition | null>(null);
  const announce = useAnnounce();
  useCommands(
    shown?.found.acceptable
      ? [{ id: 'accept-list', group: 'here', label: t.accept.open, run: () => setAccepting(shown) }]
      : [],
  );
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed });

  const problems = {
    holiday: dateProblem(texts, typed.holiday, false),
    notHoliday: dateProblem(texts, typed.notHoliday, false),
    number: typed.received.trim() !== '' && typed.number.trim() === '' ? t.numberMissing : null,
    received: dateProblem(texts, typed.received, typed.number.trim() !== ''),
    months: monthsProblem(typed.months, t.monthsWrong),
    extendedMonths: monthsProblem(typed.extendedMonths, t.monthsWrong),
  };
  const problem = (of: keyof typeof problems) => (tried ? problems[of] : null);
  const run = async () => {
    setTried(true);
    if (show.pending || Object.values(problems).some((each) => each !== null)) return;
    const supposed = suppositionOf(typed);
    awaited.current = supposed;
    setAccepted(null);
    const found = await show.run(supposed);
    // What was supposed before another list was accepted holds no longer.
    if (awaited.current !== supposed) return;
    setShown(found && { supposed, found });
    if (found) announce(t.summary(found.moved.length, found.looked_at));
  };
  const done = (answer: Accepted) => {
    awaited.current = null;
    setAccepting(null);
    setShown(null);
    setAccepted(answer);
    setTyped(NOTHING);
    setTried(false);
    announce(answer.text);
  };
  return (
    <>
      <form
        className="what-if-form"
        aria-label={t.title}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <DateField path="what-if.holiday" label={t.holiday} value={typed.holiday} problem={problem('holiday')} onChange={(holiday) => change({ holiday })} />
        <DateField path="what-if.not-holiday" label={t.notHoliday} value={typed.notHoliday} problem={problem('notHoliday')} onChange={(notHoliday) => change({ notHoliday })} />
        <TextField path="what-if.number" label={t.number} value={typed.number} problem={problem('number')} onChange={(number) => change({ number })} />
        <DateField path="what-if.received" label={t.received} value={typed.received} problem={problem('received')} onChange={(received) => change({ received })} />
        <TextField path="what-if.months" label={t.months} inputMode="numeric" value={typed.months} problem={problem('months')} onChange={(months) => change({ months })} />
        <TextField path="what-if.extended" label={t.extendedMonths} inputMode="numeric" value={typed.extendedMonths} problem={problem('extendedMonths')} onChange={(extendedMonths) => change({ extendedMonths })} />
        <Button type="submit" aria-disabled={show.pending}>
          {t.show}
        </Button>
      </form>
      <FailureAlert failure={show.failure} />
      {accepted && (
        <section aria-labelledby="what-if-accepted">
          <Heading level={2} data-size="2xs" id="what-if-accepted">
            {t.accept.done}
          </Heading>
          <p>{accepted.text}</p>
        </section>
      )}
      {shown && <MovedCases found={shown.found} onOpen={onOpen} onAccept={() => setAccepting(shown)} />}
      {accepting && <AcceptDialog {...accepting} onDone={done} onClose={() => setAccepting(null)} />}
    </>
  );
}

const MONTHS = /^([1-9]|1\d|2[0-4])$/;

function monthsProblem(typed: string, wrong: string): string | null {
  return typed.trim() === '' || MONTHS.test(typed.trim()) ? null : wrong;
}

function suppositionOf(typed: Typed): Supposition {
  const day = (text: string) => {
    const date = parseDate(text);
    return date.kind === 'date' ? [date.on] : [];
  };
  const months = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    holidays: day(typed.holiday).map((on) => ({ on, name: null })),
    not_holidays: day(typed.notHoliday),
    received: day(typed.received).map((on) => ({ number: typed.number.trim(), on })),
    months: months(typed.months),
    extended_months: months(typed.extendedMonths),
  };
}
