import { dateOrNull, timeOrNull } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { TimeField, timeProblem } from '../../form/time-field';
import { useTexts } from '../../texts/texts';

/** A date and a time of day as they are typed. */
export interface TypedMoment {
  on: string;
  time: string;
}

/** The moment on the wire, 2026-03-27T14:30 in Norway; null while it lacks something. */
export function momentOrNull({ on, time }: TypedMoment): string | null {
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
  return (
    <div className="row">
      <DateField
        path={`${path}.on`}
        label={label}
        value={value.on}
        problem={(tried ? dateProblem(texts, value.on, true) : null) ?? problem}
        onChange={(on) => onChange({ ...value, on })}
      />
      <TimeField
        path={`${path}.time`}
        label={texts.breach.time}
        value={value.time}
        problem={tried ? timeProblem(texts, value.time) : null}
        onChange={(time) => onChange({ ...value, time })}
      />
    </div>
  );
}
