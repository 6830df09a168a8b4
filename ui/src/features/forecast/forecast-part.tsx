import { Button, Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { deadlineBackTest } from '../../backend/forecast-commands';
import type { BackTest, Forecast, ForecastProgress } from '../../backend/forecast-types';
import { useForecast } from '../../backend/queries';
import { useAction } from '../../backend/use-action';
import { shortDate } from '../../dates/format';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { Chart } from './chart';

/** The weeks that the table tells of. */
const TOLD = [4, 8, 12];

/** How many cases will be late, with margins, and how many hands would prevent it. */
export function ForecastPart() {
  const [so, setSo] = useState<ForecastProgress | null>(null);
  const asked = useForecast(TOLD[TOLD.length - 1] ?? 12, setSo);
  if (asked.failure) return <FailureAlert failure={asked.failure} />;
  if (!asked.data) return <Progress so={so} />;
  return <Shown forecast={asked.data} />;
}

/** How far it has come. Nobody is read a number for each step: a progress bar says its value to who asks. */
function Progress({ so }: { so: ForecastProgress | null }) {
  const t = useTexts().forecast;
  const runs = so && so.done < so.of ? so : null;
  return (
    <label className="loading forecast-progress">
      {runs ? t.runsMade(runs.done, runs.of) : so ? t.tryingHands : t.running}
      <progress value={runs?.done} max={runs?.of} />
    </label>
  );
}

function Shown({ forecast }: { forecast: Forecast }) {
  const t = useTexts().forecast;
  const told = forecast.weeks.filter((week) => TOLD.includes(week.week));
  const margin = (band: { low: number; high: number }) => t.margin(band.low, band.high);
  return (
    <>
      <p className="forecast-hands">{forecast.hands_text}</p>
      <div className="forecast-figures">
        <Chart forecast={forecast} />
        <table className="forecast-table">
          <caption>{t.total}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columns.week}</th>
              <th scope="col">{t.columns.on}</th>
              <th scope="col">{t.columns.late}</th>
              <th scope="col">{t.columns.margin}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t.now}</th>
              <td className="figures">{shortDate(forecast.today)}</td>
              <td className="figures">{forecast.late_now}</td>
              <td />
            </tr>
            {told.map((week) => (
              <tr key={week.week}>
                <th scope="row">{t.weeksAhead(week.week)}</th>
                <td className="figures">{shortDate(week.on)}</td>
                <td className="figures">{week.late.median}</td>
                <td className="figures">{margin(week.late)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <table className="forecast-table">
        <caption>{t.perRegister}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.register}</th>
            <th scope="col">{t.now}</th>
            {told.map((week) => (
              <th key={week.week} scope="col">
                {t.weeksAhead(week.week)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {forecast.registers.map((each) => (
            <tr key={each.id ?? ''}>
              <th scope="row">{each.label}</th>
              <td className="figures">{each.late_now}</td>
              {told.map(({ week }) => {
                const band = each.late[week - 1];
                return (
                  <td key={week} className="figures">
                    {band && t.withMargin(band.median, band.low, band.high)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {forecast.pooled.length > 0 && (
        <p className="subtle">{t.pooled(forecast.pooled.map((each) => each.label).join(', '))}</p>
      )}
      <section aria-labelledby="forecast-basis">
        <Heading level={2} data-size="2xs" id="forecast-basis">
          {t.basis}
        </Heading>
        <p>{t.history(forecast.history_weeks, shortDate(forecast.since_on), forecast.history_cases, forecast.runs)}</p>
        {forecast.one_of > 1 && <p>{t.sample(forecast.one_of)}</p>}
        <ul>
          {forecast.assumptions.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </section>
      <Earlier />
    </>
  );
}

/** How good forecasts of past days would have been. It takes some seconds, so it is asked for. */
function Earlier() {
  const t = useTexts().forecast;
  const [tested, setTested] = useState<BackTest | null>(null);
  const test = useAction(deadlineBackTest);
  const announce = useAnnounce();
  const part = useRef<HTMLElement>(null);
  // The button is gone then, and the answer stands below the edge. Whoever has gone on meanwhile is left where they are.
  useEffect(() => {
    if (!tested || document.activeElement !== document.body) return;
    part.current?.focus({ preventScroll: true });
    part.current?.scrollIntoView({ block: 'nearest' });
  }, [tested]);
  const run = async () => {
    const found = await test.run(undefined);
    if (!found) return;
    setTested(found);
    announce(found.coverage === null ? t.earlier.tooShort : t.earlier.coverage(found.coverage));
  };
  return (
    <section ref={part} tabIndex={-1} aria-labelledby="forecast-earlier">
      <Heading level={2} data-size="2xs" id="forecast-earlier">
        {t.earlier.title}
      </Heading>
      <FailureAlert failure={test.failure} />
      {!tested && (
        <Button variant="secondary" aria-disabled={test.pending} onClick={() => !test.pending && void run()}>
          {test.pending ? t.running : t.earlier.run}
        </Button>
      )}
      {tested?.coverage === null && <p>{t.earlier.tooShort}</p>}
      {tested && tested.coverage !== null && (
        <>
          <p>{t.earlier.coverage(tested.coverage)}</p>
          <table className="forecast-table">
            <caption>{t.earlier.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.week}</th>
                <th scope="col">{t.earlier.forecasts}</th>
                <th scope="col">{t.earlier.within}</th>
                <th scope="col">{t.earlier.error}</th>
                <th scope="col">{t.earlier.unchanged}</th>
              </tr>
            </thead>
            <tbody>
              {tested.by_weeks.map((each) => (
                <tr key={each.weeks}>
                  <th scope="row">{t.weeksAhead(each.weeks)}</th>
                  <td className="figures">{each.forecasts}</td>
                  <td className="figures">{each.within}</td>
                  <td className="figures">{each.median_error}</td>
                  <td className="figures">{each.unchanged_error}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
