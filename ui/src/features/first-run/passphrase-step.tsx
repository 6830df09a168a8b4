import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { SecretField } from '../../form/secret-field';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { strengthOf } from './strength';

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
      <SecretField
        path="passphrase"
        label={t.label}
        hint={t.hint}
        value={answers.passphrase}
        problem={problems.passphrase ?? null}
        autoComplete="new-password"
        after={<StrengthInWords passphrase={answers.passphrase} />}
        onChange={(passphrase) => onChange({ passphrase })}
      />
      <SecretField
        path="again"
        label={t.again}
        value={answers.again}
        problem={problems.again ?? null}
        autoComplete="new-password"
        onChange={(again) => onChange({ again })}
      />
    </>
  );
}

function StrengthInWords({ passphrase }: { passphrase: string }) {
  const t = useTexts().firstRun.passphrase.strength;
  const strength = strengthOf(passphrase);
  const words =
    strength.kind === 'words' ? t.words(strength.words, strength.more)
    : strength.kind === 'short' ? t.short
    : strength.kind === 'strong' ? t.strong
    : null;
  return (
    <p className="strength" aria-live="polite" data-strength={strength.kind}>
      {strength.kind === 'strong' && <CheckmarkCircleIcon aria-hidden />}
      {(strength.kind === 'words' || strength.kind === 'short') && <ExclamationmarkTriangleIcon aria-hidden />}
      {words}
    </p>
  );
}
