import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useSession } from '../../state/session-context';
import { useChosenGroup, useSelection, useTab } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { SearchList, type FoundItem } from '../../ui/SearchList';
import { useCommands } from './CommandProvider';
import { commandEntries } from './command-list';
import { isMacComputer, printKeys } from './keys';
import { bestMatches } from './palette-matches';
import './commands.css';

/** Lines of a kind that are shown at most; typing on narrows them down. */
const mostOfKind = 8;

interface Line extends FoundItem {
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
        id: entry.id, name: text(entry.name), hint: text(`commandSection.${entry.section}`),
        keys: entry.keys === undefined ? undefined : printKeys(entry.keys, isMac),
        run: () => { close(); registry.run(entry.id); },
      }));
    if (typed.trim() === '') return commands;
    const pathOf = (groupId: string): string => [...model.ancestry(groupId)].slice(1, 4).map((group) => group.name).reverse().join(' › ');
    const open = (groupId: string, after: () => void): void => { close(); choose(groupId); after(); };
    const groups = bestMatches(named(model.subtree(model.root.id), (group) => `${group.name} ${group.code}`), typed, mostOfKind).map(({ row: group }): Line => ({
      id: group.id, name: group.name, hint: `${text(`kind.${group.kind}`)} · ${pathOf(group.id)}`, run: () => open(group.id, () => undefined),
    }));
    const users = bestMatches(named(model.rows('users'), (user) => `${user.name} ${user.email}`), typed, mostOfKind).map(({ row: user }): Line => ({
      id: user.id, name: user.name, hint: model.row('groups', user.groupId)?.name ?? '',
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
  // A large account takes a moment to look through; typing goes on meanwhile.
  const lines = useLines(useDeferredValue(typed), close);
  return (
    <SearchList
      label={text('palette.placeholder')}
      listLabel={text('palette.results')}
      typed={typed}
      onType={setTyped}
      items={lines}
      onChoose={(id) => lines.find((line) => line.id === id)?.run()}
    />
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
