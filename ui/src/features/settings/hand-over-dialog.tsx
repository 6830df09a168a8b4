import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useAction } from '../../backend/use-action';
import { handOver } from '../../backend/work-commands';
import type { Colleague, HandedOver } from '../../backend/work-types';
import { ChoiceField } from '../../form/choice-field';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  people: readonly Colleague[];
  from: string;
  onClose: () => void;
}

/** All that a colleague has goes to another; what could not be moved is told, case by case. */
export function HandOverDialog({ people, from, onClose }: Props) {
  const t = useTexts().work.absence.moving;
  const absence = people.find((each) => each.name === from)?.away;
  const [to, setTo] = useState(absence?.substitute ?? '');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<HandedOver | null>(null);
  const move = useAction(handOver);
  const save = async () => {
    setTried(true);
    if (to) setDone(await move.run({ from, to }));
  };
  const others = people.filter((each) => each.name !== from);
  return (
    <FormDialog
      id="hand-over"
      title={t.title(from)}
      {...(done ? {} : { intro: t.intro })}
      save={t.save}
      pending={move.pending}
      failure={move.failure}
      onSave={() => (done ? onClose() : void save())}
      onClose={onClose}
      {...(done && {
        buttons: (
          <div className="buttons">
            <Button type="submit" data-color="accent">
              {t.close}
            </Button>
          </div>
        ),
      })}
    >
      {done ? (
        <div role="status">
          <p>{t.moved(done.moved.length, done.to)}</p>
          {done.stopped.length > 0 && (
            <>
              <p>{t.stopped}</p>
              <ul>
                {done.stopped.map((each) => (
                  <li key={each.case}>
                    <span className="figures">{each.case}</span>: {each.message}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ) : (
        <ChoiceField
          path="hand-over.to"
          label={t.to}
          value={to}
          empty={t.missing}
          choices={others.map((each) => ({ value: each.name, label: each.name }))}
          problem={tried && !to ? t.missing : null}
          onChange={setTo}
        />
      )}
    </FormDialog>
  );
}
