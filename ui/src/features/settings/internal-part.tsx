import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { settingsSet } from '../../backend/commands';
import { useAction } from '../../backend/use-action';
import { focusField } from '../../form/field-id';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { Part, type PartProps } from './part';

/** The office's own date, some days before the law's. */
export function InternalPart({ settings, onChanged }: PartProps) {
  const texts = useTexts().settings;
  const t = texts.internal;
  const most = settings.most_internal_days;
  const [typed, setTyped] = useState(String(settings.internal_days ?? 0));
  const [problem, setProblem] = useState<string | null>(null);
  const set = useAction(settingsSet);
  const announce = useAnnounce();
  const save = async () => {
    const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : null;
    if (days === null || days > most) {
      setProblem(t.invalid(most));
      return focusField('internal_days');
    }
    if (!(await set.run({ internal_days: days }))) return;
    announce(t.saved);
    onChanged();
  };
  return (
    <Part id="internal" title={texts.parts.internal}>
      <p>
        {t.now(settings.internal_days)}{' '}
        {settings.changed_at && settings.changed_by && (
          <span className="source">{t.changed(settings.changed_at, settings.changed_by)}</span>
        )}
      </p>
      <p className="subtle">{t.intro}</p>
      {settings.may.decide_for_office && (
        <form
          noValidate
          className="internal-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextField
            path="internal_days"
            className="internal-days"
            label={t.label}
            hint={t.hint(most)}
            inputMode="numeric"
            value={typed}
            problem={problem}
            onChange={(value) => {
              setTyped(value);
              setProblem(null);
            }}
          />
          <FailureAlert failure={set.failure} />
          <div className="buttons">
            <Button type="submit" variant="secondary" aria-busy={set.pending}>
              {t.save}
            </Button>
          </div>
        </form>
      )}
    </Part>
  );
}
