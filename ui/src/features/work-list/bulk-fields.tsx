import type { BulkInput } from '../../backend/bulk-types';
import { useSettings } from '../../backend/queries';
import type { SuspensionGround } from '../../backend/types';
import { parseDate } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { useTexts } from '../../texts/texts';

/** What is filled in for all cases. */
export interface BulkForm {
  to: string;
  ground: SuspensionGround;
  on: string;
  replyBy: string;
}

export const emptyForm: BulkForm = { to: '', ground: 'presisering', on: '', replyBy: '' };

/** What the form asks for; null while something is missing. */
export function filled(action: BulkInput['action'], form: BulkForm): Omit<BulkInput, 'cases' | 'list'> | null {
  switch (action) {
    case 'assign':
      return form.to ? { action, to: form.to } : null;
    case 'suspend': {
      const [on, replyBy] = [parseDate(form.on), parseDate(form.replyBy)];
      if (on.kind !== 'date' || replyBy.kind !== 'date') return null;
      return { action, ground: form.ground, on: on.on, reply_by: replyBy.on };
    }
    case 'close':
      return { action };
  }
}

interface Props {
  action: BulkInput['action'];
  form: BulkForm;
  tried: boolean;
  onChange: (form: BulkForm) => void;
}

export function BulkFields({ action, form, tried, onChange }: Props) {
  const texts = useTexts();
  const t = texts.bulk;
  const settings = useSettings();
  // Whoever only reads gets no cases.
  const users = (settings.data?.users ?? []).filter((user) => user.role !== 'personvernombud');
  if (action === 'assign')
    return (
      <ChoiceField
        path="bulk.to"
        label={t.to}
        value={form.to}
        empty={t.choose}
        choices={users.map((user) => ({ value: user.name, label: user.name }))}
        problem={tried && !form.to ? t.missing : null}
        onChange={(to) => onChange({ ...form, to })}
      />
    );
  if (action === 'suspend')
    return (
      <>
        <p>{t.sentElsewhere}</p>
        <ChoiceField
          path="bulk.ground"
          label={t.ground}
          value={form.ground}
          choices={choicesOf(texts.codes.ground)}
          onChange={(ground) => onChange({ ...form, ground: ground as SuspensionGround })}
        />
        <div className="row">
          <DateField
            path="bulk.on"
            label={t.on}
            value={form.on}
            problem={tried ? dateProblem(texts, form.on, true) : null}
            onChange={(on) => onChange({ ...form, on })}
          />
          <DateField
            path="bulk.reply_by"
            label={t.replyBy}
            value={form.replyBy}
            problem={tried ? dateProblem(texts, form.replyBy, true) : null}
            onChange={(replyBy) => onChange({ ...form, replyBy })}
          />
        </div>
      </>
    );
  return null;
}
