import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import type { Failure } from '../../backend/failure';
import type { TextChanges, TextFault } from '../../backend/settings-types';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';

interface Props {
  /** What is said above what is wrong; without it, how many faults there are. */
  why?: string;
  problems: TextFault[];
  folder?: string;
  changes?: TextChanges;
  failure?: Failure | null;
  pending?: boolean;
  onInstall?: () => void;
  onCancel?: () => void;
}

/** What is wrong with letter texts, each fault with its place; or what changes when they are taken into use. */
export function CheckedFolder({ why, problems, folder, changes, failure, pending, onInstall, onCancel }: Props) {
  const texts = useTexts();
  const t = texts.settings.letterTexts;
  if (problems.length > 0) {
    return (
      <Alert data-color="danger" className="settings-told" role="alert">
        <Paragraph>{why ?? t.faulty(problems.length)}</Paragraph>
        <ul>
          {problems.map((problem, index) => (
            <li key={index}>
              <strong>{t.place(problem.file, problem.line)}</strong> {problem.message}
            </li>
          ))}
        </ul>
      </Alert>
    );
  }
  if (!changes) return null;
  const languages = texts.codes.language as Record<string, string>;
  const others = [changes.references && t.references, changes.names && t.names, changes.logo && t.logo];
  const told = others.filter((each): each is string => typeof each === 'string');
  const any = changes.letters.length + told.length > 0;
  return (
    <Alert data-color="info" className="settings-told" role="group" aria-label={t.changes}>
      <Paragraph>{any ? t.changes : t.nothing}</Paragraph>
      {any && (
        <ul>
          {changes.letters.map((letter) => (
            <li key={letter.kind}>
              {letter.label}: {letter.languages.map((each) => (languages[each] ?? each).toLowerCase()).join(', ')}
            </li>
          ))}
          {told.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <p className="source">{folder}</p>
      <FailureAlert failure={failure ?? null} />
      <div className="buttons">
        {any && (
          <Button data-color="accent" aria-busy={pending} onClick={onInstall}>
            {t.install}
          </Button>
        )}
        <Button variant="tertiary" onClick={onCancel}>
          {any ? texts.frame.cancel : texts.frame.close}
        </Button>
      </div>
    </Alert>
  );
}
