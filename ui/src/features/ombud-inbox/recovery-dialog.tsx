import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { ombudRecoveryCode } from '../../backend/review-commands';
import type { RecoveryCode } from '../../backend/review-types';
import { useAction } from '../../backend/use-action';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  onMade: () => void;
  onClose: () => void;
}

/** Makes the code that opens the inbox for a new officer. It is on the screen while the dialog is open, and nowhere else. */
export function RecoveryDialog({ onMade, onClose }: Props) {
  const t = useTexts().ombudInbox.recovery;
  const [made, setMade] = useState<RecoveryCode | null>(null);
  const make = useAction(ombudRecoveryCode);
  const run = async () => {
    const code = await make.run(undefined);
    if (!code) return;
    setMade(code);
    onMade();
  };
  return (
    <FormDialog
      id="inbox-recovery"
      title={t.title}
      intro={made ? made.told : t.intro}
      save={t.make}
      pending={make.pending}
      failure={make.failure}
      onSave={() => (made ? onClose() : void run())}
      onClose={onClose}
      {...(made && {
        buttons: (
          <div className="buttons">
            <Button type="submit" data-color="accent">
              {t.done}
            </Button>
          </div>
        ),
      })}
    >
      {made && (
        <p role="status">
          {t.code}: <strong className="figures ombud-code">{made.code}</strong>
        </p>
      )}
    </FormDialog>
  );
}
