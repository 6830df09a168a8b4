import { ChevronDownIcon } from '@navikt/aksel-icons';
import { useId } from 'react';
import type { ListColumn, ListOrder } from '../../backend/types';
import { usePopover } from '../../frame/use-popover';
import { useTexts } from '../../texts/texts';
import type { ShownOrder } from './filters';

export const ORDERS: readonly ListOrder[] = ['due', 'received', 'number'];
export const COLUMNS: readonly ListColumn[] = ['person', 'register', 'right', 'track', 'status', 'received', 'due', 'assignee'];

interface Props {
  sort: ShownOrder;
  columns: readonly ListColumn[];
  onSort: (sort: ListOrder) => void;
  onColumns: (columns: readonly ListColumn[]) => void;
}

/** What the list is sorted by, and which columns it has. Both are kept for the user, in the store. */
export function ListMenu({ sort, columns, onSort, onColumns }: Props) {
  const t = useTexts().workList;
  const { open, setOpen, box, onKeyDown } = usePopover('input:checked');
  const id = useId();
  return (
    <div className="filter-chip list-menu" ref={box} onKeyDown={onKeyDown}>
      <button type="button" className="menu-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t.sorted(t.orders[sort])}
        <ChevronDownIcon aria-hidden />
      </button>
      {open && (
        <div id={id} className="menu">
          {sort !== 'review' && (
            <fieldset>
              <legend>{t.sort}</legend>
              {ORDERS.map((each) => (
                <label key={each}>
                  <input type="radio" className="ds-input" name={`${id}-sort`} checked={each === (sort === 'breach' ? 'due' : sort)} onChange={() => onSort(each)} />
                  {t.orders[each === 'due' && sort === 'breach' ? sort : each]}
                </label>
              ))}
            </fieldset>
          )}
          <fieldset>
            <legend>{t.columnsShown}</legend>
            {COLUMNS.map((each) => (
              <label key={each}>
                <input
                  type="checkbox"
                  className="ds-input"
                  checked={columns.includes(each)}
                  onChange={() =>
                    onColumns(COLUMNS.filter((column) => (column === each ? !columns.includes(each) : columns.includes(column))))
                  }
                />
                {t.columns[each]}
              </label>
            ))}
          </fieldset>
        </div>
      )}
    </div>
  );
}
