import { NewPassphrase } from '../../form/new-passphrase';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';

export interface Answers {
  store: string;
  organisation: string;
  name: string;
  passphrase: string;
  again: string;
}

interface Props {
  answers: Answers;
  problems: Partial<Record<keyof Answers, string>>;
  onChange: (changed: Partial<Answers>) => void;
}

export function PassphraseStep({ answers, problems, onChange }: Props) {
  const t = useTexts().firstRun.passphrase;
  return (
    <>
      <TextField
        path="name"
        label={t.name}
        value={answers.name}
        problem={problems.name ?? null}
        autoComplete="name"
        onChange={(name) => onChange({ name })}
      />
      <NewPassphrase passphrase={answers.passphrase} again={answers.again} problems={problems} onChange={onChange} />
    </>
  );
}
