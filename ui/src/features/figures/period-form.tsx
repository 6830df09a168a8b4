import { Button, Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { useTexts } from '../../texts/texts';

/** The days that figures are asked for, and whether they are to be published. */
export interface Asked {
  from: string;
  to: string;
  published: boolean;
}

interface Props {
  asked: Asked;
  /** The last whole year: what can be published. */
  lastYear: string;
  onAsk: (asked: Asked) => void;
}

/** The period. To publish is to ask for the last whole year, which one can change to another. */
export function PeriodForm({ asked, lastYear, onAsk }: Props) {
  const texts = useTexts();
  const t = texts.figures;
  const [from, setFrom] = useState(shortDate(asked.from));
  const [to, setTo] = useState(shortDate(asked.to));
  const [tried, setTried] = useState(false);
  const [first, last] = [parseDate(from), parseDate(to)];
  const backwards = first.kind === 'date' && last.kind === 'date' && first.on > last.on;
  const problems = {
    from: dateProblem(texts, from, true),
    to: dateProblem(texts, to, true) ?? (backwards ? t.backwards : null),
  };
  const publish = (published: boolean) => {
    const days = published ? { from: `${lastYear}-01-01`, to: `${lastYear}-12-31` } : asked;
    setFrom(shortDate(days.from));
    setTo(shortDate(days.to));
    setTried(false);
    onAsk({ from: days.from, to: days.to, published });
  };
  return (
    <form
      className="period-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problems.from || problems.to || first.kind !== 'date' || last.kind !== 'date') return;
        onAsk({ from: first.on, to: last.on, published: asked.published });
      }}
    >
      <DateField path="figures.from" label={t.from} value={from} problem={tried ? problems.from : null} onChange={setFrom} />
      <DateField path="figures.to" label={t.to} value={to} problem={tried ? problems.to : null} onChange={setTo} />
      <Button type="submit" variant="secondary">
        {t.show}
      </Button>
      <Checkbox
        label={t.publish}
        description={t.publishHint}
        checked={asked.published}
        onChange={(event) => publish(event.target.checked)}
      />
    </form>
  );
}
