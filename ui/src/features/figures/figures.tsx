import { Button, Heading } from '@digdir/designsystemet-react';
import { DownloadIcon } from '@navikt/aksel-icons';
import { periodSave, protocolSave } from '../../backend/period-commands';
import type { PeriodBy } from '../../backend/period-types';
import { usePeriod } from '../../backend/queries';
import { useAction } from '../../backend/use-action';
import { shortDate } from '../../dates/format';
import { useAnnounce } from '../../frame/announcer';
import { useDraft } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { tabBeside, TabList, TabPanel } from '../../frame/tabs';
import { useTexts } from '../../texts/texts';
import { barsOf, valueOf } from './bars';
import { Chart } from './chart';
import { FiguresTable } from './figures-table';
import { PeriodForm, type Asked } from './period-form';
import './figures.css';

const EACH: readonly PeriodBy[] = ['register', 'right', 'track', 'month'];

/** The figures of a period for whoever answers for how the rules are kept: a chart, the same as a table, and files to hand on. */
export function Figures({ today }: { today: string }) {
  const texts = useTexts();
  const t = texts.figures;
  const year = Number(today.slice(0, 4));
  const [asked, setAsked] = useDraft<Asked>('period of the figures', { from: `${year}-01-01`, to: today, published: false });
  const [by, setBy] = useDraft<PeriodBy>('what the figures are by', 'register');
  const read = usePeriod({ ...asked, by });
  const save = useAction(periodSave);
  const protocol = useAction(protocolSave);
  const announce = useAnnounce();
  const tabs = EACH.map((id) => ({ id, label: t.by[id], count: null }));
  const choose = (id: string) => setBy(id as PeriodBy);
  useShortcuts({
    'switch-tab': (event) => {
      const tab = tabBeside(tabs, by, event.key === 'ArrowRight' ? 1 : -1);
      if (tab) choose(tab.id);
    },
  });
  const told = (saved: { path: string | null } | null) => saved?.path && announce(t.saved(saved.path));
  const keep = async (format: 'csv' | 'xlsx' | 'pdf') =>
    told(await save.run({ figures: { ...asked, by: null }, format }));
  const keepProtocol = async () => told(await protocol.run({ from: asked.from, to: asked.to }));
  const busy = save.pending || protocol.pending;

  const period = read.data;
  const table = period?.tables.find((each) => each.by === by);
  const count = (column: string) => {
    const value = period && valueOf(period, period.total, column);
    return value ?? (period?.published ? ':' : '–');
  };
  return (
    <div className="figures-screen">
      <header className="case-list-head">
        <div className="page-head">
          <PageTitle>{t.title}</PageTitle>
          <p className="subtle">{t.days(shortDate(asked.from), shortDate(asked.to))}</p>
        </div>
        <PeriodForm asked={asked} lastYear={String(year - 1)} onAsk={setAsked} />
        <FailureAlert failure={read.failure ?? save.failure ?? protocol.failure} />
        <div className="figures-saves">
          {(['pdf', 'xlsx', 'csv'] as const).map((format) => (
            <Button key={format} variant="tertiary" aria-disabled={!period || busy} onClick={() => period && !busy && void keep(format)}>
              <DownloadIcon aria-hidden />
              {t.save[format]}
            </Button>
          ))}
          <Button variant="tertiary" aria-disabled={busy || asked.published} onClick={() => !busy && !asked.published && void keepProtocol()}>
            <DownloadIcon aria-hidden />
            {t.saveProtocol}
          </Button>
        </div>
      </header>
      <Pane label={t.title} className="figures-pane" stop>
        {!period && !read.failure && <p className="loading">{texts.frame.loading}</p>}
        {period && (
          <>
            <dl className="figures-total">
              {['received', 'answered', 'on_time_percent', 'median_days', 'ninetieth_days'].map((column) => (
                <div key={column}>
                  <dt>{period.columns.find((each) => each.id === column)?.label}</dt>
                  <dd className="figures">{count(column)}</dd>
                </div>
              ))}
            </dl>
            <TabList label={t.byLabel} tabs={tabs} chosen={by} onChoose={choose} />
            <TabPanel of={by}>
              {table && table.rows.length > 0 && (
                <>
                  <Chart label={t.chart(table.label.toLowerCase())} bars={barsOf(period, table.rows)} />
                  <div className="figures-scroll" role="region" aria-label={table.label} tabIndex={0}>
                    <FiguresTable label={table.label} period={period} rows={table.rows} />
                  </div>
                </>
              )}
              {table && table.rows.length === 0 && <p className="subtle">{t.empty}</p>}
            </TabPanel>
            <section className="figures-notes" aria-labelledby="how-it-was-counted">
              <Heading id="how-it-was-counted" level={2} data-size="2xs">
                {t.how}
              </Heading>
              <ul>
                {period.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Pane>
    </div>
  );
}
