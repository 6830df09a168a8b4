import { Alert, Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseAssign, type CaseVersion } from '../../backend/commands';
import { useColleagues } from '../../backend/queries';
import type { CasePartProps } from '../../cases/use-case-work';
import { ChoiceField } from '../../form/choice-field';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';
import { colleagueChoices } from './colleague-choices';

interface Props extends CasePartProps {
  me: string;
  onClose: () => void;
}

/** Who gets the case. Somebody who is away is said to be, and whoever covers for them is offered. */
export function AssignDialog({ show, work, me, onClose }: Props) {
  const texts = useTexts();
  const t = texts.work.assign;
  const people = useColleagues().data?.colleagues ?? [];
  const [to, setTo] = useState(show.assignee ?? me);
  const away = people.find((each) => each.name === to)?.away;
  const change = () => (version: CaseVersion) => caseAssign({ ...version, to });
  return (
    <CaseForm id="assign" words={t} work={work} change={change} onClose={onClose}>
      {({ refused }) => (
        <>
          <ChoiceField
            path="assign.to"
            label={t.to}
            value={to}
            choices={colleagueChoices(texts, people, me)}
            problem={refused('to')}
            onChange={setTo}
          />
          {away?.now && (
            <Alert data-color="warning" className="dialog-note" role="status">
              <p>{t.awayWarning(to, away.to_on, away.substitute)}</p>
              <Button variant="secondary" onClick={() => setTo(away.substitute)}>
                {t.useSubstitute(away.substitute)}
              </Button>
            </Alert>
          )}
        </>
      )}
    </CaseForm>
  );
}
