import type { MenuCommandLine, MenuLine, MenuSection } from '#core/ipc/menu-channels';
import type { TextWriter } from '../../text/text';
import {
  commandEntries,
  commandSections,
  type CommandEntry,
  type CommandId,
  type CommandSection,
  type CommandSubmenu,
} from './command-list';
import type { CommandRegistry } from './command-registry';
import { acceleratorOf } from './keys';

/** State on which the menu bar depends, besides the commands themselves. */
export interface MenuBarState {
  readonly canRun: (id: CommandId) => boolean;
  /** The keyboard is in the tree, so that cutting and copying mean its groups. */
  readonly isInTree: boolean;
}

type Entry = CommandEntry & { readonly id: CommandId };
const clipboardIds: ReadonlySet<CommandId> = new Set(['tree.cut', 'tree.copy', 'tree.paste', 'tree.selectAll']);
const radios: ReadonlySet<CommandSubmenu> = new Set(['theme', 'language']);

function commandLine(
  entry: Entry,
  registry: CommandRegistry,
  { canRun }: MenuBarState,
  { text }: TextWriter,
): MenuCommandLine {
  const isChecked = registry.isChecked(entry.id);
  return {
    kind: 'command',
    id: entry.id,
    name: text(entry.name),
    isEnabled: canRun(entry.id) && registry.isEnabled(entry.id),
    ...(entry.keys === undefined ? {} : { keys: acceleratorOf(entry.keys) }),
    ...(isChecked === undefined
      ? {}
      : {
          mark: entry.under !== undefined && radios.has(entry.under) ? ('radio' as const) : ('checkbox' as const),
          isChecked,
        }),
  };
}

/** Cut, copy and paste mean the tree's groups while the keyboard is there, and text everywhere else. */
function clipboardLines(registry: CommandRegistry, state: MenuBarState, writer: TextWriter): readonly MenuLine[] {
  if (state.isInTree)
    return commandEntries
      .filter(({ id }) => clipboardIds.has(id))
      .map((entry) => commandLine(entry, registry, state, writer));
  return (['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({
    kind: 'role' as const,
    role,
    name: writer.text(`menuBar.${role}`),
  }));
}

function endLines(
  section: CommandSection,
  registry: CommandRegistry,
  state: MenuBarState,
  writer: TextWriter,
): readonly MenuLine[] {
  const role = (name: 'togglefullscreen' | 'minimize' | 'quit'): MenuLine => ({
    kind: 'role',
    role: name,
    name: writer.text(`menuBar.${name}`),
  });
  switch (section) {
    case 'account':
      return [{ kind: 'line' }, role('quit')];
    case 'edit':
      return [{ kind: 'line' }, ...clipboardLines(registry, state, writer)];
    case 'look':
      return [{ kind: 'line' }, role('togglefullscreen'), role('minimize')];
    case 'tree':
    case 'licenses':
    case 'people':
    case 'numbers':
    case 'help':
      return [];
  }
}

function sectionLines(
  section: CommandSection,
  registry: CommandRegistry,
  state: MenuBarState,
  writer: TextWriter,
): MenuLine[] {
  const lines: MenuLine[] = [];
  const submenus = new Map<CommandSubmenu, MenuCommandLine[]>();
  for (const entry of commandEntries) {
    if (entry.section !== section || clipboardIds.has(entry.id)) continue;
    const line = commandLine(entry, registry, state, writer);
    if (entry.under === undefined) {
      if (entry.startsGroup === true && lines.length > 0) lines.push({ kind: 'line' });
      lines.push(line);
      continue;
    }
    const known = submenus.get(entry.under);
    if (known !== undefined) {
      known.push(line);
      continue;
    }
    const inner = [line];
    if (submenus.size === 0) lines.push({ kind: 'line' });
    submenus.set(entry.under, inner);
    lines.push({ kind: 'submenu', name: writer.text(`commandSubmenu.${entry.under}`), lines: inner });
  }
  return [...lines, ...endLines(section, registry, state, writer)];
}

/** The menu bar from the list of commands, in the chosen language, as things are now. */
export function menuBarSections(registry: CommandRegistry, state: MenuBarState, writer: TextWriter): MenuSection[] {
  return commandSections.map((section) => ({
    name: writer.text(`commandSection.${section}`),
    lines: sectionLines(section, registry, state, writer),
  }));
}
