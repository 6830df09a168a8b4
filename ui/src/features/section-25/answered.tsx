import type { Check } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { ConditionMark } from '../../marks/evidence-mark';
import { useTexts } from '../../texts/texts';
import { REFUSES } from './conditions';

/** A condition that is assessed: what it came to, the note, who and when. */
export function Answered({ check }: { check: Check }) {
  const t = useTexts().section25.assessment;
  return (
    <section className="condition">
      <p className="condition-head">
        <strong>{t.short[check.id] ?? check.text}</strong>
        <ConditionMark condition={check.result} refuses={REFUSES[check.id] ?? 'nei'} />
      </p>
      {check.note && <p className="secondary condition-note">{check.note}</p>}
      {check.by && check.on && <p className="secondary">{t.by(check.by, shortDate(check.on))}</p>}
    </section>
  );
}
