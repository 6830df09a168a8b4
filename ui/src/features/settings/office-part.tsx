import type { Settings } from '../../backend/settings-types';
import { validDays } from '../../dates/valid-days';
import { useTexts } from '../../texts/texts';
import { ColumnHeads, Part } from './part';

/** Which body the office is and what it answers for. It was chosen with the store, so it is only shown. */
export function OfficePart({ settings }: { settings: Settings }) {
  const texts = useTexts().settings;
  const t = texts.office;
  const { office } = settings;
  const facts: [string, string, string | null][] = [
    [t.body, office.name, null],
    ...(office.ombudsman ? [[t.ombudsman, office.ombudsman.text, office.ombudsman.source] as [string, string, string]] : []),
    ...(office.appeal ? [[t.appeal, office.appeal.text, office.appeal.source] as [string, string, string]] : []),
    [t.store, settings.test ? `${settings.store} (${t.testStore})` : settings.store, null],
  ];
  return (
    <Part id="office" title={texts.parts.office}>
      <p className="subtle">{t.chosen}</p>
      <dl className="facts">
        {facts.map(([name, words, source]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {words} {source && <span className="source">{source}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <table className="ds-table settings-table" role="table">
        <caption>{t.registers(office.answers.length)}</caption>
        <ColumnHeads columns={t.columns} />
        <tbody role="rowgroup">
          {office.answers.map((each, index) => (
            <tr role="row" key={index}>
              <th role="rowheader" scope="row">
                {each.register.name}
              </th>
              <td role="cell" className="figures" data-label={t.columns.valid}>
                {validDays(t, each) ?? t.always} {!each.in_force && <span className="source">{t.notInForce}</span>}
              </td>
              <td role="cell" className="source" data-label={t.columns.source}>
                {each.source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
