import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { storeBackup } from '../../backend/commands';
import type { Backup } from '../../backend/settings-types';
import { useAction } from '../../backend/use-action';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { Part, type PartProps } from './part';

/** A copy of the whole store, to where the user says in the system's own dialog. */
export function BackupPart({ settings, onChanged }: PartProps) {
  const texts = useTexts().settings;
  const t = texts.backup;
  const [made, setMade] = useState<Backup | null>(null);
  const backup = useAction(storeBackup);
  const announce = useAnnounce();
  const last = settings.last_tested_restore_at;
  const start = async () => {
    if (backup.pending) return;
    setMade(null);
    const copy = await backup.run(undefined);
    if (!copy) return;
    setMade(copy);
    if (copy.ok) announce(t.done);
    onChanged();
  };
  return (
    <Part id="backup" title={texts.parts.backup}>
      <p className="backup-last" data-tried={last !== null}>
        {last ? <CheckmarkCircleIcon aria-hidden /> : <ExclamationmarkTriangleIcon aria-hidden />}
        {last ? t.last(last) : t.never}
      </p>
      <p className="subtle">{t.intro}</p>
      {settings.may.back_up ? (
        <>
          <p className="subtle">{t.where}</p>
          <div className="buttons">
            <Button data-color="accent" aria-busy={backup.pending} onClick={() => void start()}>
              {backup.pending ? t.running : t.now}
            </Button>
          </div>
        </>
      ) : (
        <p className="subtle">{t.mayNot}</p>
      )}
      <FailureAlert failure={backup.failure} />
      {made && (
        <Alert data-color={made.ok ? 'success' : 'danger'} className="backup-made">
          <Paragraph>
            {t.made(made.folder)} {made.ok ? t.counted(made.requests, made.events) : t.faulty}
          </Paragraph>
          {made.problems.length > 0 && (
            <ul>
              {made.problems.map((problem, index) => (
                <li key={index}>{problem.message}</li>
              ))}
            </ul>
          )}
        </Alert>
      )}
    </Part>
  );
}
