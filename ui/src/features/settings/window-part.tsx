import { useSyncExternalStore } from 'react';
import type { Theme } from '../../backend/settings-types';
import type { Language } from '../../backend/types';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { chooseLanguage, chooseTheme } from '../../frame/preferences';
import { onTheme, shownTheme } from '../../frame/theme';
import { languageNames } from '../../texts/languages';
import { useLanguage, useTexts } from '../../texts/texts';
import { Part } from './part';

/** How the user wants the window. It is kept for this user alone, and follows to the next start. */
export function WindowPart() {
  const t = useTexts().frame.preferences;
  const language = useLanguage();
  const theme = useSyncExternalStore(onTheme, shownTheme);
  return (
    <Part id="window" title={t.title}>
      <p className="subtle">{t.intro}</p>
      <div className="settings-choices">
        <ChoiceField
          path="language"
          label={t.language}
          value={language}
          choices={languageNames.map(([value, label]) => ({ value, label }))}
          onChange={(chosen) => void chooseLanguage(chosen as Language)}
        />
        <ChoiceField
          path="theme"
          label={t.theme}
          value={theme}
          choices={choicesOf(t.themes)}
          onChange={(chosen) => void chooseTheme(chosen as Theme)}
        />
      </div>
    </Part>
  );
}
