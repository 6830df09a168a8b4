import { Checkbox } from '@digdir/designsystemet-react';
import { settingsSet } from '../../backend/commands';
import { useAction } from '../../backend/use-action';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { Part, type PartProps } from './part';

/** Whether a second person approves the letters that weigh most for whoever gets them. */
export function ApprovalPart({ settings, onChanged }: PartProps) {
  const texts = useTexts().settings;
  const t = texts.approval;
  const set = useAction(settingsSet);
  const announce = useAnnounce();
  const choose = async (second_person: boolean) => {
    if (!(await set.run({ second_person }))) return;
    announce(second_person ? t.on : t.off);
    onChanged();
  };
  return (
    <Part id="approval" title={texts.parts.approval}>
      <p>{settings.second_person ? t.on : t.off}</p>
      <p className="subtle">{t.intro}</p>
      {settings.may.decide_for_office && (
        <Checkbox
          label={t.label}
          value="second_person"
          checked={settings.second_person}
          aria-busy={set.pending}
          onChange={(event) => void choose(event.target.checked)}
        />
      )}
      <FailureAlert failure={set.failure} />
    </Part>
  );
}
