import { Chip } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { Registers } from '../../backend/types';
import { plusDays } from '../../dates/format';
import { useTexts } from '../../texts/texts';
import { DaysChip } from './days-chip';
import { FilterChip } from './filter-chip';
import { of, setFilters, withOne, without, type FilterName, type Filters } from './filters';
import { useLabels } from './use-labels';
import { Whose } from './whose';

interface Props {
  filters: Filters;
  catalogue: Registers | null;
  /** Everybody who can have a case. */
  users: readonly string[];
  today: string;
  onChange: (filters: Filters) => void;
  onReset: () => void;
  /** What can be done with the list, at the end of the bar. */
  children: ReactNode;
}

export function FilterBar({ filters, catalogue, users, today, onChange, onReset, children }: Props) {
  const texts = useTexts();
  const t = texts.workList;
  const { labels, inWords } = useLabels(filters, catalogue);
  const registers = (catalogue?.registers ?? []).map((each) => ({ value: each.id, label: each.short || each.names.nb }));
  const rights = (catalogue?.rights ?? []).map((each) => ({ value: each.id, label: each.label }));
  const words = (known: Record<string, string>) => Object.entries(known).map(([value, label]) => ({ value, label }));
  const set = (one: Partial<Filters>) => onChange(withOne(filters, one));
  const remove = (name: FilterName) => () => onChange(without(filters, name));
  const chip = (name: 'register' | 'right' | 'track' | 'state' | 'outcome' | 'assignee', choices: { value: string; label: string }[]) => (
    <FilterChip
      name={t[name]}
      value={filters[name]}
      choices={choices}
      onChoose={(value) => name === 'assignee' ? onChange(of(filters, null, value)) : set({ [name]: value })}
      onRemove={remove(name)}
    />
  );
  const since = (days: number) => () => set({ received: { from: plusDays(today, 1 - days), to: null } });
  const { received, due } = filters;
  return (
    <div className="filter-bar" role="group" aria-label={t.filters}>
      <Whose chosen={filters.whose} onChoose={(whose) => onChange(of(filters, whose))} />
      {filters.found && (
        <Chip.Removable data-color="accent" aria-label={t.remove(labels.found)} onClick={remove('found')}>
          {labels.found}
        </Chip.Removable>
      )}
      {chip('register', registers)}
      {chip('right', rights)}
      {chip('track', words(texts.codes.track))}
      {chip('state', words({ ...texts.codes.state, 'awaiting-approval': t.awaitingApproval }))}
      {chip('assignee', users.map((name) => ({ value: name, label: name })))}
      {chip('outcome', words(texts.codes.outcome))}
      <DaysChip
        id="received"
        name={t.received}
        chosen={received && inWords(received)}
        ready={[
          { label: t.days.last(7), onChoose: since(7) },
          { label: t.days.last(30), onChoose: since(30) },
        ]}
        onChoose={(days) => set({ received: days })}
        onRemove={remove('received')}
      />
      <DaysChip
        id="due"
        name={t.columns.due}
        chosen={due && (typeof due === 'object' ? inWords(due) : t.due[due])}
        ready={(['overdue', 'soon'] as const).map((each) => ({
          label: t.due[each],
          onChoose: () => set({ due: each }),
        }))}
        onChoose={(days) => set({ due: days })}
        onRemove={remove('due')}
      />
      {(['undelivered', 'complaints', 'breaches', 'inForce'] as const).map((name) =>
        filters[name] ? (
          <Chip.Removable key={name} data-color="accent" aria-label={t.remove(t[name])} onClick={remove(name)}>
            {t[name]}
          </Chip.Removable>
        ) : (
          <Chip.Button key={name} onClick={() => set({ [name]: true })}>
            {t[name]}
          </Chip.Button>
        ),
      )}
      {setFilters(filters).length > 0 && (
        <button type="button" className="link-button" onClick={onReset}>
          {t.reset}
        </button>
      )}
      <div className="list-tools">{children}</div>
    </div>
  );
}
