import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseReportAdd, caseReportRemove } from '../../backend/commands';
import type { Report } from '../../backend/types';
import { allows } from '../../cases/allows';
import type { CasePartProps } from '../../cases/use-case-work';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { TextField } from '../../form/text-field';
import { unlessChanged } from '../../form/unless-changed';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';

/** The files that go with the answer: reports as they are, and the log that the letter shows as a table. */
export function ReportsPart({ show, work }: CasePartProps) {
  const t = useTexts().case.reports;
  const open = allows(show, 'report');
  const remove = (report: Report) =>
    work.act((version) => caseReportRemove({ ...version, report: report.number }), t.removed);
  if (!open && show.reports.length === 0) return null;
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {t.title}
      </Heading>
      <p className="secondary">{t.explain}</p>
      {show.reports.length === 0 && <p className="subtle">{t.none}</p>}
      <ul className="letters">
        {show.reports.map((report) => (
          <li key={report.number}>
            <span>
              {report.title ?? t.erased}{' '}
              <Tag variant="outline">{report.used_as === 'logg' ? report.used_as_label : report.kind_label}</Tag>{' '}
              <span className="secondary">{t.size(report.size)}</span>
            </span>
            {open && (
              <Button
                variant="secondary"
                className="small-action"
                aria-label={t.removeOne(report.title ?? t.erased)}
                onClick={() => void remove(report)}
              >
                {t.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <AddReport show={show} work={work} />}
    </section>
  );
}

function AddReport({ show, work }: CasePartProps) {
  const t = useTexts().case.reports;
  const [title, setTitle] = useState('');
  const [usedAs, setUsedAs] = useState(show.right === 'innsyn-logg' ? 'logg' : 'rapport');
  const [missing, setMissing] = useState(false);
  const add = async () => {
    if (title.trim() === '') return setMissing(true);
    const input = { title: title.trim(), used_as: usedAs };
    if (!(await work.act((version) => caseReportAdd({ ...version, ...input }), t.added))) return;
    setTitle(unlessChanged(title, ''));
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
      {show.right === 'innsyn-logg' && (
        <ChoiceField path="report.use" label={t.use} value={usedAs} choices={choicesOf(t.uses)} onChange={setUsedAs} />
      )}
      <TextField
        path="report.title"
        label={t.name}
        hint={t.nameHint}
        value={title}
        problem={missing ? t.nameMissing : null}
        onChange={(typed) => {
          setTitle(typed);
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
