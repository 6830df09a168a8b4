import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { useTexts } from '../../texts/texts';
import type { Days } from './filters';
import { MenuChip } from './menu-chip';

interface Props {
  id: string;
  name: string;
  /** The chosen days in words; null where none are. */
  chosen: string | null;
  /** What is asked for so often that it needs no dates. */
  ready: readonly { label: string; onChoose: () => void }[];
  onChoose: (days: Days) => void;
  onRemove: () => void;
}

/** A chip for days: what is often asked for, or from one date to another. */
export function DaysChip({ id, name, chosen, ready, onChoose, onRemove }: Props) {
  const texts = useTexts();
  const t = texts.workList;
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const [first, last] = [parseDate(from), parseDate(to)];
  const [firstDay, lastDay] = [first, last].map((day) => (day.kind === 'date' ? day.on : null)) as [string | null, string | null];
  const problems = {
    from: dateProblem(texts, from, false) ?? (!firstDay && !lastDay ? t.days.none : null),
    to: dateProblem(texts, to, false) ?? (firstDay && lastDay && firstDay > lastDay ? t.days.order : null),
  };
  return (
    <MenuChip name={name} chosen={chosen} className="days-menu" onRemove={onRemove}>
      {(finish) => {
        const choose = (choice: () => void) =>
          finish(() => {
            setTried(false);
            choice();
          });
        return (
          <>
            {ready.map((each) => (
              <button key={each.label} type="button" className="menu-choice" onClick={() => choose(each.onChoose)}>
                {each.label}
              </button>
            ))}
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                setTried(true);
                if (!problems.from && !problems.to) choose(() => onChoose({ from: firstDay, to: lastDay }));
              }}
            >
              <DateField path={`${id}.from`} label={t.days.from} value={from} problem={tried ? problems.from : null} onChange={setFrom} />
              <DateField path={`${id}.to`} label={t.days.to} value={to} problem={tried ? problems.to : null} onChange={setTo} />
              <Button type="submit" variant="secondary" className="small-action">
                {t.days.use}
              </Button>
            </form>
          </>
        );
      }}
    </MenuChip>
  );
}
