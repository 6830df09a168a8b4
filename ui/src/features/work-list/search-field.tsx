import { Button } from '@digdir/designsystemet-react';
import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { useRef, useState } from 'react';
import { useCommands } from '../../frame/commands';
import { useShortcuts } from '../../frame/shortcut-provider';
import { ariaKeys } from '../../frame/shortcuts';
import { useTexts } from '../../texts/texts';
import { wantedOf, type Found } from './found';

/**
 * Words, a number that a case goes by, or a whole identity number for one person: which it is, is told by its shape, and
 * under the field in words. The field forgets what was typed as soon as it is searched for.
 */
export function SearchField({ onFind }: { onFind: (found: Found) => void }) {
  const t = useTexts().workList.search;
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const focus = () => input.current?.focus();
  useCommands([{ id: 'search', group: 'here', label: t.label, shortcut: 'search', run: focus }]);
  useShortcuts({ search: focus });
  const kind = wantedOf(typed)?.kind;
  return (
    <form
      role="search"
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = wantedOf(typed);
        if (!wanted) return input.current?.focus();
        setTyped('');
        onFind(wanted);
      }}
    >
      <input
        ref={input}
        className="ds-input"
        type="text"
        aria-label={t.label}
        aria-describedby="search-hint"
        aria-keyshortcuts={ariaKeys('search')}
        placeholder={t.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" variant="secondary" icon aria-label={t.find}>
        <MagnifyingGlassIcon aria-hidden />
      </Button>
      <p id="search-hint" className="search-hint" role="status">
        {kind && t.hints[kind]}
      </p>
    </form>
  );
}
