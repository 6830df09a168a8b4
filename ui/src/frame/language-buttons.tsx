import { Button } from '@digdir/designsystemet-react';
import { languageNames } from '../texts/languages';
import { useLanguage, useTexts } from '../texts/texts';
import { chooseLanguage } from './preferences';

/** The languages of the page, for whoever has not unlocked anything yet. */
export function LanguageButtons() {
  const t = useTexts().frame.preferences;
  const current = useLanguage();
  return (
    <div className="languages" role="group" aria-label={t.language}>
      {languageNames.map(([language, name]) => (
        <Button
          key={language}
          variant="tertiary"
          lang={language}
          aria-pressed={language === current}
          onClick={() => void chooseLanguage(language, true)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
