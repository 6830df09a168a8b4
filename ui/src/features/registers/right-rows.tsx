import { Tag } from '@digdir/designsystemet-react';
import { ChevronDownIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import type { RightRoute } from '../../backend/catalogue-types';
import type { RegisterFact } from '../../backend/types';
import { TrackTag } from '../../marks/track-tag';
import { useTexts, type Texts } from '../../texts/texts';
import { RightDetails } from './right-details';

interface Props {
  of: RightRoute;
  facts: readonly RegisterFact[];
  open: boolean;
  stop: boolean;
  onFocus: () => void;
  onToggle: () => void;
}

/** A right on one line, and what opens under it. */
export function RightRows({ of, facts, open, stop, onFocus, onToggle }: Props) {
  const t = useTexts().registers.rights;
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  const route = of.route;
  const first = route?.reasons[0];
  const panel = `right-${of.right}`;
  return (
    <>
      <tr role="row" className="right-row" data-right={of.right} data-hardly={route?.hardly || undefined} onClick={onToggle}>
        <th role="rowheader" scope="row">
          <button
            type="button"
            className="row-button right-button"
            aria-expanded={open}
            aria-controls={open ? panel : undefined}
            tabIndex={stop ? 0 : -1}
            onFocus={onFocus}
            onClick={(event) => {
              event.stopPropagation();
              onToggle();
            }}
          >
            <Chevron aria-hidden />
            {of.label}
          </button>
        </th>
        {route ? (
          <>
            <td role="cell" data-label={t.columns.rule}>
              <span className="right-short" title={first?.text}>
                {route.hardly && <Tag variant="outline">{t.hardly}</Tag>} {first?.text}
              </span>
            </td>
            <td role="cell" data-label={t.columns.track}>
              {route.mode ? of.mode_label : <TrackTag track={route.track} plain />}
            </td>
            <td role="cell" data-label={t.columns.handledBy}>
              {route.handled_by.name}
            </td>
            <td role="cell" data-label={t.columns.source} className="source">
              <span className="right-short" title={first?.source}>
                {first?.source}
              </span>
            </td>
          </>
        ) : (
          <td role="cell" colSpan={4} data-label={t.columns.rule} className="right-unknown">
            {of.problems.map((problem) => problemWords(t, facts, problem)).join(' ')}
          </td>
        )}
      </tr>
      {open && route && (
        <tr role="row" className="right-details" id={panel}>
          <td role="cell" colSpan={5}>
            <RightDetails of={of} route={route} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What is missing, in the words of the question that stands above the table. */
function problemWords(
  t: Texts['registers']['rights'],
  facts: readonly RegisterFact[],
  problem: RightRoute['problems'][number],
): string {
  const fact = facts.find((each) => problem.code === 'missing-fact' && problem.path === `facts.${each.key}`);
  return fact ? t.factMissing(fact.label) : problem.message;
}
