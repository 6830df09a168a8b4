import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useRegister } from '../../backend/queries';
import type { RegisterShow } from '../../backend/catalogue-types';
import { useDraft } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { useShortcuts } from '../../frame/shortcut-provider';
import { tabBeside, Tabs, type TabOf } from '../../frame/tabs';
import { useTexts, type Texts } from '../../texts/texts';
import { Article15Tab } from './article-15-tab';
import { KeyFacts } from './key-facts';
import { ReportTab } from './report-tab';
import { ResponsibleTab } from './responsible-tab';
import { RightsTab } from './rights-tab';
import { SourceLine, Statements } from './sourced';

/** What the catalogue says of one register: who answers first, what the sources disagree on, then the rest in tabs. */
export function RegisterEntry({ id, on }: { id: string; on: string }) {
  const texts = useTexts();
  const t = texts.registers;
  const [facts, setFacts] = useDraft<Record<string, string>>(`facts of ${id}`, {});
  const [tab, setTab] = useDraft('tab of registers', 'rights');
  const asked = useRegister({ register: id, received_on: on, facts: given(facts) });
  const show = asked.data;
  const tabs = show ? tabsOf(t, show) : [];
  const chosen = tabs.some((each) => each.id === tab) ? tab : 'rights';
  useShortcuts({
    'switch-tab': (event) => {
      const beside = tabBeside(tabs, chosen, event.key === 'ArrowRight' ? 1 : -1);
      if (beside) setTab(beside.id);
    },
  });

  if (!show) return asked.failure ? <FailureAlert failure={asked.failure} /> : <p className="loading">{texts.frame.loading}</p>;
  const { nb, nn, en } = show.names;
  return (
    <article className="register-show" aria-labelledby="register-name" aria-busy={asked.loading}>
      <header className="register-head">
        <Heading id="register-name" level={2} data-size="xs">
          {nb}
        </Heading>
        <p className="secondary">{nn === nb ? t.english(en) : t.otherNames(nn, en)}</p>
        <KeyFacts show={show} />
        <FailureAlert failure={asked.failure} />
        {show.differences.length > 0 && <Differences show={show} onAll={() => setTab('differences')} />}
      </header>
      <Tabs label={t.tabs.label} tabs={tabs} chosen={chosen} onChoose={setTab}>
        {chosen === 'rights' && <RightsTab show={show} facts={facts} onFacts={setFacts} />}
        {chosen === 'report' && <ReportTab show={show} />}
        {chosen === 'article-15' && <Article15Tab show={show} />}
        {chosen === 'responsible' && <ResponsibleTab show={show} />}
        {chosen === 'differences' && <Statements statements={show.differences} />}
      </Tabs>
    </article>
  );
}

/** The facts that say something. */
function given(facts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}

function tabsOf(t: Texts['registers'], show: RegisterShow): TabOf[] {
  const answered = show.article_15.filter((point) => point.status !== 'missing').length;
  return [
    { id: 'rights', label: t.tabs.rights, count: t.of(show.rights.length, show.routes.length) },
    ...(show.left_out.length > 0 ? [{ id: 'report', label: t.tabs.report, count: String(show.left_out.length) }] : []),
    { id: 'article-15', label: t.tabs.article15, count: t.of(answered, show.article_15.length) },
    { id: 'responsible', label: t.tabs.responsible, count: null },
    ...(show.differences.length > 0
      ? [{ id: 'differences', label: t.tabs.differences, count: String(show.differences.length) }]
      : []),
  ];
}

/** The first difference stands openly; the rest is a press away. */
function Differences({ show, onAll }: { show: RegisterShow; onAll: () => void }) {
  const t = useTexts().registers.differences;
  const first = show.differences[0];
  if (!first) return null;
  return (
    <Alert data-color="warning" className="register-differences">
      <Heading level={3} data-size="2xs">
        {t.title(show.differences.length)}
      </Heading>
      <Paragraph>
        {first.text}{' '}
        {show.differences.length === 1 ? (
          <SourceLine source={first.source} days={first} />
        ) : (
          <button type="button" className="link-button" onClick={onAll}>
            {t.seeAll(show.differences.length)}
          </button>
        )}
      </Paragraph>
    </Alert>
  );
}
