import { useDraft } from '../../frame/drafts';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { tabBeside, TabList, TabPanel } from '../../frame/tabs';
import { useTexts } from '../../texts/texts';
import { ForecastPart } from './forecast-part';
import { WhatIfPart } from './what-if-part';
import './forecast.css';

type Part = 'forecast' | 'what-if';

/** What is to come: how many cases will be late, and what would move if a day or a rule were another. */
export function ForecastScreen({ onOpen }: { onOpen: (number: string) => void }) {
  const t = useTexts().forecast;
  const [part, setPart] = useDraft<Part>('part of the forecast', 'forecast');
  const tabs = (['forecast', 'what-if'] as const).map((id) => ({ id, label: t.parts[id], count: null }));
  useShortcuts({
    'switch-tab': (event) => {
      const tab = tabBeside(tabs, part, event.key === 'ArrowRight' ? 1 : -1);
      if (tab) setPart(tab.id as Part);
    },
  });
  return (
    <div className="forecast">
      <header className="forecast-head">
        <div className="page-head">
          <PageTitle>{t.title}</PageTitle>
          <p className="subtle">{t.subtitle}</p>
        </div>
        <TabList label={t.title} tabs={tabs} chosen={part} onChoose={(to) => setPart(to as Part)} />
      </header>
      <Pane label={t.parts[part]} className="forecast-pane" stop>
        <TabPanel of={part}>{part === 'forecast' ? <ForecastPart /> : <WhatIfPart onOpen={onOpen} />}</TabPanel>
      </Pane>
    </div>
  );
}
