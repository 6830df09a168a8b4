import { shortDate, wallClock } from '../../dates/format';
import { dateOrNull, timeOrNull } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { fieldId } from '../../form/field-id';
import { TimeField, timeProblem } from '../../form/time-field';
import { useTexts } from '../../texts/texts';

/** A date and a time of day as they are typed. */
export interface TypedMoment {
  on: string;
  time: string;
}

/** A known instant as one would type it. */
export function typed(at: string): TypedMoment {
  const wall = wallClock(at);
  return wall ? { on: shortDate(wall.on), time: wall.time.replace(':', '.') } : { on: '', time: '' };
}

/**
 * The moment on the wire, 2026-03-27T14:30 in Norway; null while it lacks something. What stands as it was is the known instant
 * itself: an hour that comes twice in a night is told by the clock alone no longer.
 */
export function momentOrNull({ on, time }: TypedMoment, known: string | null = null): string | null {
  const before = known === null ? null : typed(known);
  if (before && before.on === on && before.time === time) return known;
  const [day, at] = [dateOrNull(on), timeOrNull(time)];
  return day && at ? `${day}T${at}` : null;
}

interface Props {
  path: string;
  label: string;
  value: TypedMoment;
  tried: boolean;
  problem: string | null;
  onChange: (value: TypedMoment) => void;
}

export function MomentFields({ path, label, value, tried, problem, onChange }: Props) {
  const texts = useTexts();
  const t = texts.breach;
  return (
    <fieldset className="kinds" id={fieldId(path)} tabIndex={-1}>
      <legend>{label}</legend>
      <div className="row">
        <DateField
          path={`${path}.on`}
          label={t.day}
          value={value.on}
          problem={tried ? dateProblem(texts, value.on, true) : null}
          onChange={(on) => onChange({ ...value, on })}
        />
        <TimeField
          path={`${path}.time`}
          label={t.time}
          value={value.time}
          problem={(tried ? timeProblem(texts, value.time) : null) ?? problem}
          onChange={(time) => onChange({ ...value, time })}
        />
      </div>
    </fieldset>
  );
}
