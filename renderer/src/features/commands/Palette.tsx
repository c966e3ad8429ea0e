import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useSession } from '../../state/session-context';
import { useChosenGroup, useSelection, useTab } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { KeyCap } from '../../ui/KeyCap';
import { useCommands } from './CommandProvider';
import { commandEntries } from './command-list';
import { isMacComputer, printKeys } from './keys';
import { bestMatches } from './palette-matches';
import './commands.css';

/** Lines of a kind that are shown at most; typing on narrows them down. */
const mostOfKind = 8;

interface Line {
  readonly id: string;
  readonly kind: 'command' | 'group' | 'user' | 'number';
  readonly name: string;
  readonly hint: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

function useLines(typed: string, close: () => void): readonly Line[] {
  const { model } = useSession();
  const registry = useCommands();
  const { text } = useText();
  const { choose } = useChosenGroup();
  const { select } = useSelection();
  const { openTab } = useTab();
  return useMemo(() => {
    const isMac = isMacComputer();
    const commands = commandEntries
      .filter((entry) => registry.isEnabled(entry.id) && entry.id !== 'look.palette')
      .map((entry): Line => ({
        id: entry.id, kind: 'command', name: text(entry.name), hint: text(`commandSection.${entry.section}`),
        keys: entry.keys === undefined ? undefined : printKeys(entry.keys, isMac),
        run: () => { close(); registry.run(entry.id); },
      }));
    if (typed.trim() === '') return commands;
    const pathOf = (groupId: string): string => [...model.ancestry(groupId)].slice(1, 4).map((group) => group.name).reverse().join(' › ');
    const open = (groupId: string, after: () => void): void => { close(); choose(groupId); after(); };
    const groups = bestMatches(named(model.subtree(model.root.id), (group) => `${group.name} ${group.code}`), typed, mostOfKind).map(({ row: group }): Line => ({
      id: group.id, kind: 'group', name: group.name, hint: `${text(`kind.${group.kind}`)} · ${pathOf(group.id)}`, run: () => open(group.id, () => undefined),
    }));
    const users = bestMatches(named(model.rows('users'), (user) => `${user.name} ${user.email}`), typed, mostOfKind).map(({ row: user }): Line => ({
      id: user.id, kind: 'user', name: user.name, hint: model.row('groups', user.groupId)?.name ?? '',
      run: () => open(user.groupId, () => { openTab('people'); select('user', [user.id]); }),
    }));
    return [...bestMatches(commands, typed, mostOfKind), ...groups, ...users];
  }, [typed, close, model, registry, text, choose, select, openTab]);
}

function* named<Row>(rows: Iterable<Row>, nameOf: (row: Row) => string): Generator<{ readonly name: string; readonly row: Row }> {
  for (const row of rows) yield { name: nameOf(row), row };
}

function PaletteBody({ close }: { readonly close: () => void }): ReactNode {
  const { text } = useText();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  // A large account takes a moment to look through; typing goes on meanwhile.
  const lines = useLines(useDeferredValue(typed), close);
  const at = Math.min(active, Math.max(0, lines.length - 1));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') setActive(Math.min(lines.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else if (event.key === 'Enter') lines[at]?.run();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="palette-field">
        <Search size="1.2em" aria-hidden />
        <input
          autoFocus
          value={typed}
          onChange={(event) => { setTyped(event.target.value); setActive(0); }}
          onKeyDown={onKeyDown}
          placeholder={text('palette.placeholder')}
          aria-label={text('palette.title')}
          role="combobox"
          aria-expanded
          aria-controls="palette-lines"
          aria-activedescendant={lines[at] === undefined ? undefined : `palette-${lines[at].id}`}
        />
      </div>
      <ul id="palette-lines" className="palette-lines" role="listbox" aria-label={text('palette.results')}>
        {lines.map((line, index) => (
          <li
            key={`${line.kind} ${line.id}`}
            id={`palette-${line.id}`}
            ref={index === at ? (element) => element?.scrollIntoView?.({ block: 'nearest' }) : null}
            role="option"
            aria-selected={index === at}
            className="palette-line"
            onMouseMove={() => setActive(index)}
            onClick={line.run}
          >
            <span className="palette-name">{line.name}</span>
            <span className="palette-hint">{line.hint}</span>
            {line.keys === undefined ? null : <KeyCap keys={line.keys} />}
          </li>
        ))}
      </ul>
      {lines.length === 0 ? <p className="palette-empty" role="status">{text('ui.nothingFound')}</p> : null}
    </>
  );
}

/** Search and commands in one: type what you want to find or do. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  return (
    <ModalOverlay className="dialog-scrim palette-scrim" isOpen={isOpen} isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className="dialog-box palette-box">
        <Dialog className="dialog" aria-label={text('palette.title')}>
          <PaletteBody close={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
