import { Failure } from '../backend/failure';
import type { CaseShow } from '../backend/types';
import type { Texts } from '../texts/texts';

/** What the core names an entry of the log in a conflict. */
const ENTRY = /^timeline\[(\d+)\]$/;

/** A conflict with what the others did in words, as soon as the case has been read again; any other failure as it is. */
export function told(failure: Failure, show: Pick<CaseShow, 'timeline'> | null, t: Texts['work']['conflict']): Failure {
  if (!failure.isConflict) return failure;
  const fields = failure.fields.map((field) => {
    const entry = ENTRY.exec(field.path)?.[1];
    if (!entry) return field;
    const event = show?.timeline.find((each) => each.seq === Number(entry));
    return { ...field, message: t.told(field.message, event?.text ?? t.elsewhere) };
  });
  return new Failure({ code: failure.code, message: failure.message, rule: failure.rule, source: failure.source, fields });
}
