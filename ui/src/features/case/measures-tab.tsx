import { Button, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseMeasureAdd } from '../../backend/commands';
import type { Measure } from '../../backend/types';
import type { CasePartProps } from '../../cases/use-case-work';
import { shortDate } from '../../dates/format';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { InForcePart } from './in-force-part';
import type { Wanted } from './wanted';

/** What has to be carried out before the case can be closed, and what shows that it was. */
export function MeasuresTab({ show, work, onAction }: CasePartProps & { onAction: (wanted: Wanted) => void }) {
  const t = useTexts().case.measures;
  const closed = show.state === 'closed';
  return (
    <div className="stack">
      <InForcePart show={show} onAction={onAction} />
      <p className="secondary">{t.explain}</p>
      {show.measures.length === 0 && <p className="subtle">{t.none}</p>}
      <ul className="measures">
        {show.measures.map((measure) => (
          <li key={measure.id} className="measure">
            <MeasureLine measure={measure} />
            {!closed && (
              <Button
                variant={measure.state === 'open' ? 'secondary' : 'tertiary'}
                aria-label={`${measure.state === 'open' ? t.settle : t.change}: ${measure.text ?? measure.label}`}
                onClick={() => onAction({ action: 'measure', target: measure.id })}
              >
                {measure.state === 'open' ? t.settle : t.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!closed && <AddMeasure show={show} work={work} />}
    </div>
  );
}

function MeasureLine({ measure }: { measure: Measure }) {
  const t = useTexts().case.measures;
  return (
    <div>
      <p>
        <Tag variant="outline" data-color={measure.state === 'open' ? 'warning' : 'neutral'}>
          {t.states[measure.state]}
        </Tag>{' '}
        {measure.text ? `${measure.label}: ${measure.text}` : measure.label}
      </p>
      {measure.state !== 'open' && (
        <p className="secondary">
          {[measure.done_on && shortDate(measure.done_on), measure.by, measure.note].filter(Boolean).join(' · ')}
        </p>
      )}
    </div>
  );
}

function AddMeasure({ show, work }: CasePartProps) {
  const t = useTexts().case.measures;
  const [to, setTo] = useState('databehandler');
  const [text, setText, forget] = useWritten(`measure ${show.case}`, show.case, '');
  const [missing, setMissing] = useState(false);
  const add = async () => {
    if (text.trim() === '') return setMissing(true);
    if (await work.act((version) => caseMeasureAdd({ ...version, to, text: text.trim() }), t.added)) forget(text);
  };
  return (
    <form
      className="stack add-measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <ChoiceField path="measure.to" label={t.to} value={to} choices={choicesOf(t.recipients)} onChange={setTo} />
      <TextField
        path="measure.text"
        label={t.text}
        rows={2}
        value={text}
        problem={missing ? t.missing : null}
        onChange={(typed) => {
          setText(typed);
          setMissing(false);
        }}
      />
      <FailureAlert failure={work.failure} />
      <div className="buttons">
        <Button type="submit" variant="secondary" aria-busy={work.pending}>
          {t.add}
        </Button>
      </div>
    </form>
  );
}
