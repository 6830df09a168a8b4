import { useRef, type KeyboardEvent } from 'react';
import type { RegisterShow } from '../../backend/catalogue-types';
import { rowAfter } from '../../cases/case-table';
import { useDraft } from '../../frame/drafts';
import { useTexts } from '../../texts/texts';
import { FactChooser } from './fact-chooser';
import { RightRows } from './right-rows';

interface Props {
  show: RegisterShow;
  facts: Record<string, string>;
  onFacts: (facts: Record<string, string>) => void;
}

/** Each right on a line: its rule, its way, who answers and what says so; the rest of it opens under the line. */
export function RightsTab({ show, facts, onFacts }: Props) {
  const texts = useTexts().registers;
  const t = texts.rights;
  const [open, setOpen] = useDraft<readonly string[]>('open rights', []);
  const [at, setAt] = useDraft<string>('right', show.routes[0]?.right ?? '');
  const table = useRef<HTMLTableElement>(null);
  const toggle = (right: string) =>
    setOpen(open.includes(right) ? open.filter((each) => each !== right) : [...open, right]);

  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rights = show.routes.map((each) => each.right);
    const to = rowAfter(event.key, rights.indexOf(at), rights.length);
    const right = to === null ? undefined : rights[to];
    if (!right) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-right="${right}"] .row-button`)?.focus();
  };
  return (
    <>
      {show.facts.length > 0 && <FactChooser show={show} facts={facts} onChange={onFacts} />}
      <table ref={table} className="ds-table rights-table" role="table" aria-label={texts.tabs.rights} onKeyDown={onKey}>
        <thead role="rowgroup">
          <tr role="row">
            {Object.entries(t.columns).map(([id, words]) => (
              <th key={id} role="columnheader" scope="col" className={`column-${id}`}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {show.routes.map((each) => (
            <RightRows
              key={each.right}
              of={each}
              facts={show.facts}
              open={open.includes(each.right)}
              stop={each.right === at}
              onFocus={() => setAt(each.right)}
              onToggle={() => toggle(each.right)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
