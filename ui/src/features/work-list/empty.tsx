import { Button, Heading } from '@digdir/designsystemet-react';
import { useTexts } from '../../texts/texts';
import { setFilters, without, type Filters } from './filters';

interface Props {
  filters: Filters;
  labels: Record<string, string>;
  open: number;
  /** Whether anything was ever registered; else it is a new store. */
  used: boolean;
  onChange: (filters: Filters) => void;
  onReset: () => void;
}

/** Says why the list is empty and offers the way out. */
export function Empty({ filters, labels, open, used, onChange, onReset }: Props) {
  const t = useTexts().workList.empty;
  const chosen = setFilters(filters);
  if (chosen.length === 0)
    return (
      <div className="empty">
        <Heading level={2} data-size="2xs">
          {used ? t.allDone : t.none}
        </Heading>
        <p className="subtle">{t.noneText}</p>
        {used && (
          <button type="button" className="link-button" onClick={() => onChange({ ...filters, state: 'closed' })}>
            {t.showClosed}
          </button>
        )}
      </div>
    );
  return (
    <div className="empty">
      <Heading level={2} data-size="2xs">
        {t.filtered}
      </Heading>
      <p className="subtle">{t.filteredText(open)}</p>
      {filters.found?.kind === 'words' && <p className="subtle">{t.noNames}</p>}
      <ul>
        {chosen.map((name) => (
          <li key={name}>
            {t.without(labels[name] ?? name)}
            <Button
              variant="secondary"
              className="small-action"
              aria-label={`${t.remove} ${labels[name] ?? name}`}
              onClick={() => onChange(without(filters, name))}
            >
              {t.remove}
            </Button>
          </li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={onReset}>
        {t.reset}
      </button>
    </div>
  );
}
