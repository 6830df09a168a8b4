import { Chip } from '@digdir/designsystemet-react';
import type { Registers } from '../../backend/types';
import { useTexts } from '../../texts/texts';
import { FilterChip } from './filter-chip';
import { setFilters, without, type Filters } from './filters';

interface Props {
  filters: Filters;
  catalogue: Registers | null;
  onChange: (filters: Filters) => void;
  onReset: () => void;
  /** Begins picking out cases for something that is done with many; absent where there is nothing to pick or to do. */
  onPick?: () => void;
}

export function FilterBar({ filters, catalogue, onChange, onReset, onPick }: Props) {
  const texts = useTexts();
  const t = texts.workList;
  const registers = (catalogue?.registers ?? []).map((each) => ({ value: each.id, label: each.short || each.names.nb }));
  const rights = (catalogue?.rights ?? []).map((each) => ({ value: each.id, label: each.label }));
  const of = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  const chip = (name: 'register' | 'right' | 'track' | 'state', choices: { value: string; label: string }[]) => (
    <FilterChip
      name={t[name]}
      value={filters[name]}
      choices={choices}
      onChoose={(value) => onChange({ ...filters, [name]: value })}
      onRemove={() => onChange(without(filters, name))}
    />
  );
  const toggle = (name: 'mine' | 'undelivered') =>
    filters[name] ? (
      <Chip.Removable data-color="accent" aria-label={t.remove(t[name])} onClick={() => onChange(without(filters, name))}>
        {t[name]}
      </Chip.Removable>
    ) : (
      <Chip.Button onClick={() => onChange({ ...filters, [name]: true })}>{t[name]}</Chip.Button>
    );
  const found = t.search.of(filters.found?.kind === 'words' ? filters.found.words : null);
  return (
    <div className="filter-bar" role="group" aria-label={t.filters}>
      {filters.found && (
        <Chip.Removable data-color="accent" aria-label={t.remove(found)} onClick={() => onChange(without(filters, 'found'))}>
          {found}
        </Chip.Removable>
      )}
      {chip('register', registers)}
      {chip('right', rights)}
      {chip('track', of(texts.codes.track))}
      {chip('state', of({ ...texts.codes.state, 'awaiting-approval': t.awaitingApproval }))}
      {toggle('mine')}
      {toggle('undelivered')}
      {setFilters(filters).length > 0 && (
        <button type="button" className="link-button" onClick={onReset}>
          {t.reset}
        </button>
      )}
      {onPick && (
        <button type="button" className="link-button pick-several" onClick={onPick}>
          {t.selection.begin}
        </button>
      )}
    </div>
  );
}
