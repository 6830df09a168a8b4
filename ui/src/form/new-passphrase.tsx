import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useTexts } from '../texts/texts';
import { SecretField } from './secret-field';
import { strengthOf } from './strength';

interface Props {
  passphrase: string;
  again: string;
  problems: { passphrase?: string; again?: string };
  onChange: (changed: { passphrase?: string; again?: string }) => void;
}

/** A new passphrase, typed twice, with how strong it is in words. */
export function NewPassphrase({ passphrase, again, problems, onChange }: Props) {
  const t = useTexts().firstRun.passphrase;
  return (
    <>
      <SecretField
        path="passphrase"
        label={t.label}
        hint={t.hint}
        value={passphrase}
        problem={problems.passphrase ?? null}
        autoComplete="new-password"
        after={<StrengthInWords passphrase={passphrase} />}
        onChange={(typed) => onChange({ passphrase: typed })}
      />
      <SecretField
        path="again"
        label={t.again}
        value={again}
        problem={problems.again ?? null}
        autoComplete="new-password"
        onChange={(typed) => onChange({ again: typed })}
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
