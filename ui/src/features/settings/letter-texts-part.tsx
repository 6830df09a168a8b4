import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { letterTextsCheck, letterTextsExport, letterTextsInstall, letterTextsReset } from '../../backend/commands';
import type { LetterTextsCheck } from '../../backend/settings-types';
import { useAction } from '../../backend/use-action';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { CheckedFolder } from './checked-folder';
import { Part, type PartProps } from './part';

/** Which letter texts are in use, and how an office takes its own into use: looked at first, and whole or not at all. */
export function LetterTextsPart({ settings, onChanged }: PartProps) {
  const texts = useTexts();
  const t = texts.settings.letterTexts;
  const [checked, setChecked] = useState<LetterTextsCheck | null>(null);
  const [resetting, setResetting] = useState(false);
  const [exported, setExported] = useState<string | null>(null);
  const check = useAction(letterTextsCheck);
  const install = useAction(letterTextsInstall);
  const reset = useAction(letterTextsReset);
  const write = useAction(letterTextsExport);
  const announce = useAnnounce();
  const source = settings.letter_texts;
  const clear = () => {
    [check, install, reset, write].forEach((action) => action.clear());
    setChecked(null);
    setResetting(false);
    setExported(null);
  };
  const choose = async () => {
    clear();
    const found = await check.run(undefined);
    if (found) setChecked(found);
  };
  const finish = (words: string) => {
    clear();
    announce(words);
    onChanged();
  };
  const takeIntoUse = async (folder: string) => {
    if (!install.pending && (await install.run({ folder }))) finish(t.installed);
  };
  const goBack = async () => {
    if (!reset.pending && (await reset.run(undefined))) finish(t.wentBack);
  };
  const save = async () => {
    clear();
    const written = await write.run(undefined);
    if (written) setExported(written.folder);
  };
  return (
    <Part id="letter-texts" title={texts.settings.parts.letterTexts}>
      <p>{t.inUse(source)}</p>
      {source.problems.length > 0 && <CheckedFolder why={t.whyUnreadable} problems={source.problems} />}
      <p className="subtle">{t.intro}</p>
      {settings.may.replace_letter_texts ? (
        <div className="buttons">
          <Button variant="secondary" aria-busy={check.pending} onClick={() => void choose()}>
            {t.choose}
          </Button>
          <Button variant="tertiary" aria-busy={write.pending} onClick={() => void save()}>
            {t.save}
          </Button>
          {source.state !== 'built-in' && (
            <Button
              variant="tertiary"
              onClick={() => {
                clear();
                setResetting(true);
              }}
            >
              {t.goBack}
            </Button>
          )}
        </div>
      ) : (
        <p className="subtle">{t.mayNot}</p>
      )}
      {[check, write].map((action, index) => (
        <FailureAlert key={index} failure={action.failure} />
      ))}
      {exported && (
        <Alert data-color="success" className="settings-told">
          <Paragraph>{t.saved(exported)}</Paragraph>
        </Alert>
      )}
      {checked && (
        <CheckedFolder
          problems={checked.problems}
          changes={checked.changes}
          folder={checked.folder}
          failure={install.failure}
          pending={install.pending}
          onInstall={() => void takeIntoUse(checked.folder)}
          onCancel={clear}
        />
      )}
      {resetting && (
        <Alert data-color="warning" className="settings-told" role="group" aria-label={t.goBack}>
          <Paragraph>{t.sure}</Paragraph>
          <FailureAlert failure={reset.failure} />
          <div className="buttons">
            <Button aria-busy={reset.pending} onClick={() => void goBack()}>
              {t.useBuiltIn}
            </Button>
            <Button variant="tertiary" onClick={clear}>
              {texts.frame.cancel}
            </Button>
          </div>
        </Alert>
      )}
    </Part>
  );
}
