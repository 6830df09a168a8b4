import { Button } from '@digdir/designsystemet-react';
import { ChevronLeftIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { useRegisters } from '../../backend/queries';
import { shortDate } from '../../dates/format';
import { dateOrNull } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { useDraft } from '../../frame/drafts';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useNarrow } from '../../frame/use-narrow';
import { useTexts } from '../../texts/texts';
import { RegisterEntry } from './register-entry';
import { RegisterList } from './register-list';
import { byRole, find } from './search';
import './registers.css';

/** The catalogue: its registers at the left, and what is said of the chosen one on a day. */
export function Registers({ today, wanted }: { today: string; wanted: string | null }) {
  const texts = useTexts();
  const t = texts.registers;
  const catalogue = useRegisters();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useDraft<string | null>('register', null);
  useEffect(() => {
    if (wanted) setChosen(wanted);
  }, [wanted]);
  const [rulesOn, setRulesOn] = useDraft('rules on', shortDate(today));
  const narrow = useNarrow();

  if (catalogue.failure) return <FailurePage failure={catalogue.failure} onRetry={catalogue.reload} />;
  const registers = catalogue.data?.registers ?? [];
  const all = catalogue.data ? byRole(catalogue.data, t.others) : [];
  const groups = typed.trim() ? find(registers, typed, t.mentions(typed.trim())) : all;
  const id = chosen ?? (narrow ? null : (all[0]?.registers[0]?.id ?? null));
  const list = (
    <Pane label={t.list} className="register-list">
      <RegisterList groups={groups} typed={typed} chosen={id} onType={setTyped} onChoose={setChosen} />
    </Pane>
  );
  return (
    <div className="registers" data-narrow={narrow}>
      <header className="registers-head">
        <div className="page-head">
          <PageTitle>{t.title}</PageTitle>
          {catalogue.data && <p className="subtle">{t.count(registers.length, catalogue.data.catalogue)}</p>}
        </div>
        <DateField
          path="rules_on"
          className="rules-on"
          label={t.rulesOn}
          value={rulesOn}
          problem={dateProblem(texts, rulesOn, true)}
          onChange={setRulesOn}
        />
      </header>
      {!catalogue.data && <p className="loading">{texts.frame.loading}</p>}
      {catalogue.data && (!narrow || id === null) && list}
      {id !== null && (
        <Pane label={t.chosen} className="register-entry">
          {narrow && (
            <Button variant="tertiary" className="register-back" onClick={() => setChosen(null)}>
              <ChevronLeftIcon aria-hidden />
              {t.back}
            </Button>
          )}
          <RegisterEntry key={id} id={id} on={dateOrNull(rulesOn) ?? today} />
        </Pane>
      )}
    </div>
  );
}
