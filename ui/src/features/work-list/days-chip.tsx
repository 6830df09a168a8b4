import { Button, Chip } from '@digdir/designsystemet-react';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import { useEffect, useId, useState } from 'react';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { keepInside } from '../../frame/keep-inside';
import { usePopover } from '../../frame/use-popover';
import { useTexts } from '../../texts/texts';
import type { Days } from './filters';

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
  const { open, setOpen, box, onKeyDown } = usePopover();
  const panel = useId();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  useEffect(() => {
    const menu = open ? box.current?.querySelector<HTMLElement>('.menu') : null;
    if (!menu) return;
    keepInside(menu);
    menu.querySelector<HTMLElement>('button, input')?.focus();
  }, [open]);
  const focusChip = () => setTimeout(() => box.current?.querySelector<HTMLElement>('.ds-chip')?.focus());
  const finish = (choose: () => void) => {
    setOpen(false);
    setTried(false);
    choose();
    focusChip();
  };
  if (chosen !== null) {
    const words = `${name}: ${chosen}`;
    return (
      <div ref={box}>
        <Chip.Removable
          data-color="accent"
          aria-label={t.remove(words)}
          onClick={() => {
            onRemove();
            focusChip();
          }}
        >
          {words}
        </Chip.Removable>
      </div>
    );
  }
  const [first, last] = [parseDate(from), parseDate(to)];
  const [firstDay, lastDay] = [first, last].map((day) => (day.kind === 'date' ? day.on : null)) as [string | null, string | null];
  const problems = {
    from: dateProblem(texts, from, false) ?? (!firstDay && !lastDay ? t.days.none : null),
    to: dateProblem(texts, to, false) ?? (firstDay && lastDay && firstDay > lastDay ? t.days.order : null),
  };
  const use = () => {
    setTried(true);
    if (!problems.from && !problems.to) finish(() => onChoose({ from: firstDay, to: lastDay }));
  };
  return (
    <div className="filter-chip" ref={box} onKeyDown={onKeyDown}>
      <Chip.Button aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        {name}
        <ChevronDownIcon aria-hidden />
      </Chip.Button>
      {open && (
        <div id={panel} className="menu days-menu" role="group" aria-label={name}>
          {ready.map((each) => (
            <button key={each.label} type="button" className="menu-choice" onClick={() => finish(each.onChoose)}>
              {each.label}
            </button>
          ))}
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              use();
            }}
          >
            <DateField path={`${id}.from`} label={t.days.from} value={from} problem={tried ? problems.from : null} onChange={setFrom} />
            <DateField path={`${id}.to`} label={t.days.to} value={to} problem={tried ? problems.to : null} onChange={setTo} />
            <Button type="submit" variant="secondary" className="small-action">
              {t.days.use}
            </Button>
          </form>
        </div>
      )}
    </div>
  );
}
