import { Dialog } from '@digdir/designsystemet-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../texts/texts';
import { commandGroups, useAllCommands, type Command } from './commands';
import { fit } from './fuzzy';
import { Keys } from './keys';
import { useReturnFocus } from './use-return-focus';
import './palette.css';

interface Props {
  /** Commands that follow from what is typed, such as a case number. */
  typedCommands: (typed: string) => readonly Command[];
  onClose: () => void;
}

/** As many of a group as one reads at a glance; typing brings the others forth. */
const MOST_OF_GROUP = 8;

/** Every action and place, found by typing. What applies on this screen comes first. */
export function Palette({ typedCommands, onClose }: Props) {
  const texts = useTexts().frame;
  const t = texts.palette;
  const all = useAllCommands();
  const [commands] = useState(all);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useReturnFocus();
  useEffect(() => input.current?.focus(), []);

  const found = useMemo(() => chosen([...typedCommands(typed), ...commands], typed), [typed, commands]);
  const groups = commandGroups
    .map((group) => ({ group, commands: found.filter((each) => each.group === group) }))
    .filter((each) => each.commands.length > 0);
  const current = found[at];
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, typed]);

  const carryOut = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    // The palette is gone and the focus is back before the command moves it.
    window.setTimeout(command.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      carryOut(current);
    }
  };
  return (
    <Dialog open onClose={onClose} closeButton={texts.close} aria-label={t.title} className="palette">
      <input
        ref={input}
        className="ds-input"
        type="text"
        role="combobox"
        aria-label={t.label}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={current ? `command-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id="palette-list" role="listbox" aria-label={t.title} className="palette-list">
        {groups.map(({ group, commands: of }) => (
          <div key={group} role="group" aria-labelledby={`palette-${group}`}>
            <p id={`palette-${group}`} className="palette-group">
              {t.groups[group]}
            </p>
            {of.map((each) => (
              <div
                key={each.id}
                id={`command-${found.indexOf(each)}`}
                role="option"
                aria-selected={each === current}
                className="palette-command"
                onClick={() => carryOut(each)}
              >
                {each.label}
                {each.shortcut && <Keys of={each.shortcut} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="palette-none" role="status">
        {found.length === 0 ? t.nothing(typed.trim()) : ''}
      </p>
    </Dialog>
  );
}

/** The commands that fit, the best of each group first, in the order in which they are shown. */
function chosen(commands: readonly Command[], typed: string): Command[] {
  return commandGroups.flatMap((group) => {
    const fitting = commands
      .filter((each) => each.group === group)
      .map((command) => ({ command, fit: fit(typed, `${command.label} ${command.also ?? ''}`) }))
      .filter((each) => each.fit > 0);
    // A stable sort keeps the order of the screen where two fit as well.
    fitting.sort((one, other) => other.fit - one.fit);
    const most = group === 'here' || group === 'places' ? fitting.length : MOST_OF_GROUP;
    return fitting.slice(0, most).map((each) => each.command);
  });
}
