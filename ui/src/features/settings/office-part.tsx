import type { Settings } from '../../backend/settings-types';
import { useTexts, type Texts } from '../../texts/texts';
import { Part } from './part';

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
        <thead role="rowgroup">
          <tr role="row">
            {Object.entries(t.columns).map(([id, words]) => (
              <th key={id} role="columnheader" scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {office.answers.map((each, index) => (
            <tr role="row" key={index}>
              <th role="rowheader" scope="row">
                {each.register.name}
              </th>
              <td role="cell" className="figures" data-label={t.columns.valid}>
                {daysOf(t, each)} {!each.in_force && <span className="source">{t.notInForce}</span>}
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

function daysOf(t: Texts['settings']['office'], of: { valid_from: string | null; valid_to: string | null }): string {
  if (of.valid_from && of.valid_to) return t.between(of.valid_from, of.valid_to);
  if (of.valid_from) return t.from(of.valid_from);
  return of.valid_to ? t.to(of.valid_to) : t.always;
}
