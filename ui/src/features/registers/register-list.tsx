import { useRef, type KeyboardEvent } from 'react';
import { rowAfter } from '../../cases/case-table';
import { useShortcuts } from '../../frame/shortcut-provider';
import { ariaKeys } from '../../frame/shortcuts';
import { useTexts } from '../../texts/texts';
import { abbreviationOf, nameBeside, type Group } from './search';

interface Props {
  groups: readonly Group[];
  typed: string;
  chosen: string | null;
  onType: (typed: string) => void;
  onChoose: (id: string) => void;
}

/** The registers: one field to find in, and one tab stop in which arrows choose. */
export function RegisterList({ groups, typed, chosen, onType, onChoose }: Props) {
  const t = useTexts().registers;
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const ids = groups.flatMap((group) => group.registers.map((each) => each.id));
  const inTabOrder = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);
  const goTo = (id: string) => {
    onChoose(id);
    list.current?.querySelector<HTMLElement>(`[data-register="${id}"]`)?.focus();
  };
  useShortcuts({
    move: 'here',
    search: () => {
      input.current?.focus();
      input.current?.select();
    },
    back: typed ? () => onType('') : undefined,
  });

  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = rowAfter(event.key, ids.indexOf(inTabOrder ?? ''), ids.length);
    const id = to === null ? undefined : ids[to];
    if (!id) return;
    event.preventDefault();
    goTo(id);
  };
  const onSearchKey = (event: KeyboardEvent) => {
    const first = ids[0];
    if (!first || (event.key !== 'ArrowDown' && event.key !== 'Enter') || event.ctrlKey) return;
    event.preventDefault();
    goTo(typed ? first : (inTabOrder ?? first));
  };
  return (
    <>
      <div className="register-search">
        <input
          ref={input}
          className="ds-input"
          type="text"
          aria-label={t.search}
          aria-keyshortcuts={ariaKeys('search')}
          placeholder={t.searchHint}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onSearchKey}
        />
      </div>
      {groups.length === 0 && <p className="subtle register-nothing">{t.nothing(typed.trim())}</p>}
      <div ref={list} onKeyDown={onKey}>
        {groups.map((group, index) => (
          <div key={group.heading ?? ''} className="register-group">
            {group.heading && (
              <h2 id={`register-group-${index}`} className="register-heading">
                {group.heading}
              </h2>
            )}
            <ul aria-labelledby={group.heading ? `register-group-${index}` : undefined} aria-label={group.heading ? undefined : t.list}>
              {group.registers.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    className="register-choice"
                    data-register={each.id}
                    title={each.names.nb}
                    aria-current={each.id === chosen || undefined}
                    tabIndex={each.id === inTabOrder ? 0 : -1}
                    onClick={() => onChoose(each.id)}
                  >
                    {abbreviationOf(each) && <strong>{abbreviationOf(each)}</strong>} {nameBeside(each)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}
