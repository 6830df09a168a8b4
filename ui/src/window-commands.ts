import type { Command } from './frame/commands';
import type { Place } from './frame/navigation';
import { chooseLanguage, chooseTheme } from './frame/preferences';
import { languageNames } from './texts/languages';
import type { Texts } from './texts/texts';

interface Ways {
  reader: boolean;
  figures: boolean;
  foresees: boolean;
  go: (place: Place) => void;
  lock: () => void;
  help: () => void;
  remind: () => void;
}

/** What can be done from everywhere: the places of the menu, and the window itself. */
export function windowCommands(texts: Texts, { reader, figures, foresees, go, lock, help, remind }: Ways): Command[] {
  const t = texts.frame;
  const place = (to: Place, label: string, shortcut?: Command['shortcut']): Command => ({
    id: `place-${to}`, group: 'places', label, ...(shortcut ? { shortcut } : {}), run: () => go(to),
  });
  return [
    ...(reader ? [] : [place('intake', t.newRequest, 'new-request')]),
    place('work-list', t.workList, 'go-work-list'),
    place('section-25', t.section25, 'go-section-25'),
    place('deadlines', t.deadlines, 'go-deadlines'),
    ...(figures ? [place('figures', t.figures)] : []),
    ...(foresees ? [place('forecast', texts.forecast.title)] : []),
    place('in-force', texts.inForce.title),
    place('review', texts.review.title),
    ...(reader ? [place('ombud-inbox', texts.ombudInbox.title)] : []),
    place('registers', t.registers, 'go-registers'),
    place('settings', t.settings, 'go-settings'),
    place('guide', t.guide),
    ...(reader
      ? []
      : [{ id: 'reminders', group: 'places', label: texts.work.reminders.place, shortcut: 'reminders', run: remind } as const]),
    { id: 'help', group: 'window', label: t.shortcuts.title, shortcut: 'help', run: help },
    { id: 'lock', group: 'window', label: t.lock, shortcut: 'lock', run: lock },
    ...languageNames.map(([language, name]): Command => ({
      id: `language-${language}`,
      group: 'window',
      label: t.palette.inLanguage(name),
      run: () => void chooseLanguage(language),
    })),
    ...(['system', 'light', 'dark'] as const).map((theme): Command => ({
      id: `theme-${theme}`,
      group: 'window',
      label: t.palette.inColours(t.preferences.themes[theme]),
      run: () => void chooseTheme(theme),
    })),
  ];
}
