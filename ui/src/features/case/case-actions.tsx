import { Button } from '@digdir/designsystemet-react';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import type { CaseAction, CaseShow } from '../../backend/types';
import { Keys } from '../../frame/keys';
import { usePopover } from '../../frame/use-popover';
import { ariaKeys } from '../../frame/shortcuts';
import { useTexts } from '../../texts/texts';
import { isKnown, labelOfAction, offered, withTaking, type Wanted } from './wanted';

interface Props {
  show: CaseShow;
  me: string;
  onAction: (wanted: Wanted) => void;
}

/** How many actions stand beside the next step; the rest are under «Mer». */
const BESIDE = 2;

/** The one filled button is the next step; what cannot be done now says why under «Mer». */
export function CaseActions({ show, me, onAction }: Props) {
  const texts = useTexts();
  const next = show.next_step && isKnown(show.next_step.action) ? show.next_step : null;
  // The next step is not offered twice, unless it is one of several of its kind.
  const others = offered(withTaking(show, me)).filter((each) => each.action !== next?.action || next.target !== null);
  const labelOf = (each: CaseAction) => labelOfAction(texts, show, each);
  const available = others.filter((each) => each.available);
  const beside = available.slice(0, BESIDE);
  const more = others.filter((each) => !beside.includes(each));
  return (
    <div className="buttons case-actions">
      {next && (
        <Button data-color="accent" title={next.why} aria-keyshortcuts={ariaKeys('main')} onClick={() => onAction(next)}>
          {next.label} <Keys of="main" />
        </Button>
      )}
      {beside.map((each) => (
        <Button key={each.action} variant="secondary" onClick={() => onAction({ action: each.action, target: null })}>
          {labelOf(each)}
        </Button>
      ))}
      {more.length > 0 && <MoreActions actions={more} labelOf={labelOf} onAction={onAction} />}
    </div>
  );
}

interface MoreProps {
  actions: readonly CaseAction[];
  labelOf: (action: CaseAction) => string;
  onAction: (wanted: Wanted) => void;
}

function MoreActions({ actions, labelOf, onAction }: MoreProps) {
  const t = useTexts().case.actions;
  const { open, setOpen, box, onKeyDown } = usePopover();
  return (
    <div
      className="more-actions"
      ref={box}
      onKeyDown={onKeyDown}
    >
      <Button variant="secondary" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.more}
        <ChevronDownIcon aria-hidden />
      </Button>
      {open && (
        <div className="menu" role="group" aria-label={t.more}>
          {actions.map((each) => (
            <button
              key={each.action}
              type="button"
              className="menu-choice"
              aria-disabled={!each.available || undefined}
              onClick={() => {
                if (!each.available) return;
                setOpen(false);
                onAction({ action: each.action, target: null });
              }}
            >
              {labelOf(each)}
              {!each.available && <span className="secondary">{each.why_not ?? t.blocked}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
