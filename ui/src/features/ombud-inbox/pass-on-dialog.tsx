import { useState } from 'react';
import { useRegisters } from '../../backend/queries';
import { ombudToRequest } from '../../backend/review-commands';
import type { Enquiry } from '../../backend/review-types';
import { useAction } from '../../backend/use-action';
import { parseDate } from '../../dates/parse';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { DateField } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { FormDialog } from '../../frame/form-dialog';
import { useLanguage, useTexts } from '../../texts/texts';

interface Props {
  enquiry: Enquiry;
  onRequest: (request: string) => void;
  onClose: () => void;
}

/** What goes over to the office; nothing of the enquiry goes over by itself. */
const nothing = { name: '', email: '', text: '', register: '', right: '', channel: 'epost', language: 'nb' };
const orNothing = (text: string) => (text.trim() === '' ? null : text.trim());

/** Makes a request of an enquiry: what the officer writes here goes over, and the notes stay. */
export function PassOnDialog({ enquiry, onRequest, onClose }: Props) {
  const texts = useTexts();
  const t = texts.ombudInbox;
  const language = useLanguage();
  const known = useRegisters().data;
  const [over, setOver, forget] = useWritten(`pass on ${enquiry.number}`, null, nothing);
  const [facts, setFacts] = useState<Record<string, string>>({});
  const pass = useAction(ombudToRequest);
  const set = (field: keyof typeof nothing) => (value: string) => setOver((before) => ({ ...before, [field]: value }));
  const register = known?.registers.find((each) => each.id === over.register);
  const asked = (register?.facts ?? []).filter((fact) => fact.required_for.includes(over.right));
  const given = asked.flatMap((fact): [string, string][] => {
    const typed = facts[fact.key] ?? '';
    const day = fact.kind === 'date' ? parseDate(typed) : null;
    const value = day?.kind === 'date' ? day.on : typed;
    return value === '' ? [] : [[fact.key, value]];
  });
  const save = async () => {
    const answer = await pass.run({
      number: enquiry.number,
      draft: {
        channel: over.channel,
        language: over.language,
        person: { name: orNothing(over.name), email: orNothing(over.email) },
        text: orNothing(over.text),
        demands: [{ register: orNothing(over.register), right: orNothing(over.right), facts: Object.fromEntries(given) }],
      },
    });
    if (!answer) return;
    forget();
    onRequest(answer.registered.request);
  };
  return (
    <FormDialog
      id="enquiry-pass-on"
      title={t.passOn}
      intro={t.passOnIntro}
      save={t.passOn}
      pending={pass.pending}
      failure={pass.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField path="person.name" label={t.name} value={over.name} onChange={set('name')} />
      <TextField path="person.email" label={t.email} type="email" value={over.email} onChange={set('email')} />
      <ChoiceField path="channel" label={t.channel} value={over.channel} choices={choicesOf(texts.codes.channel)} onChange={set('channel')} />
      <ChoiceField path="language" label={t.language} value={over.language} choices={choicesOf(texts.codes.language)} onChange={set('language')} />
      <ChoiceField
        path="demands[0].register"
        label={t.register}
        value={over.register}
        empty={t.choose_one}
        choices={(known?.registers ?? []).map((each) => ({ value: each.id, label: each.names[language] }))}
        onChange={set('register')}
      />
      <ChoiceField
        path="demands[0].right"
        label={t.right}
        value={over.right}
        empty={t.choose_one}
        choices={(known?.rights ?? []).map((each) => ({ value: each.id, label: each.label }))}
        onChange={set('right')}
      />
      {asked.map((fact) => {
        const shared = {
          path: `demands[0].facts.${fact.key}`,
          label: fact.label,
          value: facts[fact.key] ?? '',
          onChange: (value: string) => setFacts((before) => ({ ...before, [fact.key]: value })),
        };
        return fact.kind === 'date' ? (
          <DateField key={fact.key} {...shared} />
        ) : (
          <ChoiceField key={fact.key} {...shared} empty={t.choose_one} choices={fact.values} />
        );
      })}
      <TextField path="text" label={t.over} rows={5} value={over.text} onChange={set('text')} />
    </FormDialog>
  );
}
