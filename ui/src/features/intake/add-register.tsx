import { Button, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Register } from '../../backend/types';
import { findRegister } from '../../registers/find-register';
import { useTexts } from '../../texts/texts';

interface Props {
  registers: readonly Register[];
  chosen: readonly string[];
  problem: string | null;
  onAdd: (register: string) => void;
}

/** Adds a row to the matrix by name or abbreviation. */
export function AddRegister({ registers, chosen, problem, onAdd }: Props) {
  const t = useTexts().intake.becomes;
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const add = (text: string) => {
    const found = findRegister(registers, text);
    if (!found) return setUnknown(text.trim() || null);
    onAdd(found.id);
    setTyped('');
    setUnknown(null);
  };
  const change = (text: string) => {
    setTyped(text);
    setUnknown(null);
    // Choosing from the list of suggestions writes the whole name at once.
    if (registers.some((each) => suggestion(each) === text)) add(text.split(' – ')[0] ?? text);
  };
  const message = unknown ? t.addUnknown(unknown) : problem;
  return (
    <Field className="add-register">
      <Label htmlFor="felt-demands">{t.add}</Label>
      <div className="add-register-line">
        <Input
          id="felt-demands"
          list="registers-to-add"
          value={typed}
          autoComplete="off"
          aria-invalid={message ? true : undefined}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add(typed);
          }}
        />
        <Button variant="secondary" icon aria-label={t.add} onClick={() => add(typed)}>
          <PlusIcon aria-hidden />
        </Button>
      </div>
      <datalist id="registers-to-add">
        {registers
          .filter((each) => !chosen.includes(each.id))
          .map((each) => (
            <option key={each.id} value={suggestion(each)} />
          ))}
      </datalist>
      <Field.Description>{t.addHint(registers.length)}</Field.Description>
      {message && <ValidationMessage>{message}</ValidationMessage>}
    </Field>
  );
}

const suggestion = (register: Register) => `${register.short || register.id} – ${register.names.nb}`;
