import { Button, Heading } from '@digdir/designsystemet-react';
import type { WhatIf } from '../../backend/forecast-types';
import type { Deadline } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { Derivation } from '../../marks/derivation';
import { useTexts } from '../../texts/texts';

interface Props {
  found: WhatIf;
  onOpen: (number: string) => void;
  onAccept: () => void;
}

/** The cases that would move, from what day to what day, each with how the new day is derived. */
export function MovedCases({ found, onOpen, onAccept }: Props) {
  const t = useTexts().forecast.whatIf;
  // While the clock stands still, the day that it would be if the answer came today.
  const day = ({ due_on, open_suspension }: Deadline) =>
    due_on ? shortDate(due_on) : t.waits(open_suspension ? shortDate(open_suspension.due_if_answered_on) : '');
  return (
    <section aria-labelledby="what-if-found">
      <Heading level={2} data-size="2xs" id="what-if-found">
        {t.summary(found.moved.length, found.looked_at)}
      </Heading>
      <ul>
        {found.supposed.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p>{t.late(found.late, found.would_be_late)}</p>
      <p>{found.note}</p>
      <p>{found.acceptance}</p>
      {found.acceptable && (
        <Button data-color="accent" onClick={onAccept}>
          {t.accept.open}
        </Button>
      )}
      {found.moved.length > 0 && (
        <table className="forecast-table what-if-table">
          <caption>{t.moved}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columns.case}</th>
              <th scope="col">{t.columns.what}</th>
              <th scope="col">{t.columns.now}</th>
              <th scope="col">{t.columns.then}</th>
              <th scope="col">{t.columns.days}</th>
              <th scope="col">{t.columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {found.moved.map((each) => (
              <tr key={each.case}>
                <th scope="row">
                  <button type="button" className="what-if-case" onClick={() => onOpen(each.case)}>
                    {each.case}
                  </button>
                </th>
                <td>{`${each.register_label}, ${each.right_label}`}</td>
                <td className="figures">{day(each.now)}</td>
                <td className="figures">{day(each.then)}</td>
                <td className="figures">{each.days === null ? '' : t.days(each.days)}</td>
                <td>
                  <Derivation deadline={each.then} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
