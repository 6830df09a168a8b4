import { useState } from 'react';
import { letterDelivery } from '../../backend/commands';
import type { DeliveryAction, Letter, LetterRecipient } from '../../backend/letter-types';
import { useAction } from '../../backend/use-action';
import { shortDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { ChoiceField } from '../../form/choice-field';
import { DateField, dateProblem } from '../../form/date-field';
import { useAnnounce } from '../../frame/announcer';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  letter: Letter;
  recipient: LetterRecipient;
  action: DeliveryAction;
  version: number;
  today: string;
  onDone: () => void;
  onClose: () => void;
}

/** The channels whose letters have an address on them. */
const BY_POST = ['brev', 'rekommandert'];

/** Asks for the day and for what belongs to it: why it came back, how it went again, what shows that it arrived. */
export function DeliveryDialog({ letter, recipient, action, version, today, onDone, onClose }: Props) {
  const texts = useTexts();
  const t = texts.letter.delivery;
  const announce = useAnnounce();
  const record = useAction(letterDelivery);
  const [on, setOn] = useState(shortDate(today));
  const [choice, setChoice] = useState(action.choices.length === 1 ? (action.choices[0]?.id ?? '') : '');
  const [identity, setIdentity] = useState('');
  const [tried, setTried] = useState(false);
  const handedOver = action.id === 'delivered' && choice === 'utlevert';
  const refused = (path: string) => record.failure?.fields.find((each) => each.path === path)?.message ?? null;

  const save = async () => {
    setTried(true);
    const day = parseDate(on);
    if (day.kind !== 'date' || (action.choices.length > 0 && choice === '') || (handedOver && identity === '')) return;
    const of = (step: DeliveryAction['id']) => (action.id === step ? choice : null);
    const recorded = await record.run({
      letter: letter.letter,
      what: action.id,
      on: day.on,
      to: recipient.to,
      reason: of('returned'),
      channel: of('sent-again'),
      by: of('delivered'),
      identity: handedOver ? identity : null,
      if_version: version,
    });
    if (!recorded) return;
    announce(t.done);
    onDone();
    onClose();
  };
  return (
    <FormDialog
      id="delivery"
      title={`${action.label}: ${recipient.label}`}
      intro={t.intro[action.id]}
      save={t.save}
      pending={record.pending}
      failure={record.failure}
      onSave={() => void save()}
      onClose={() => {
        onClose();
        if (record.failure?.isConflict) onDone();
      }}
    >
      <DateField
        path="delivery.on"
        label={t.on}
        value={on}
        problem={(tried ? dateProblem(texts, on, true) : null) ?? refused('on')}
        onChange={setOn}
      />
      {action.choices.length > 0 && (
        <ChoiceField
          path="delivery.choice"
          label={choiceLabel(t.choice, action.id)}
          value={choice}
          empty={t.choose}
          choices={action.choices.map((each) => ({ value: each.id, label: each.label }))}
          problem={
            (tried && choice === '' ? t.missing : null) ?? refused('reason') ?? refused('channel') ?? refused('by')
          }
          onChange={setChoice}
        />
      )}
      {handedOver && (
        <ChoiceField
          path="delivery.identity"
          label={t.identity}
          hint={t.identityHint}
          value={identity}
          empty={t.choose}
          choices={letter.identities.map((each) => ({ value: each.id, label: each.label }))}
          problem={(tried && identity === '' ? t.missing : null) ?? refused('identity')}
          onChange={setIdentity}
        />
      )}
      {action.id === 'sent-again' && BY_POST.includes(choice) && <p className="subtle">{t.envelope}</p>}
    </FormDialog>
  );
}

/** What is chosen beside the day; a step with nothing to choose is asked nothing more. */
function choiceLabel(choice: Record<'returned' | 'sent-again' | 'delivered', string>, step: DeliveryAction['id']): string {
  return step === 'unopened' || step === 'second-notice' ? '' : choice[step];
}
