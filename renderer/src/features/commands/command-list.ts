import type { TextKey } from '../../text/text';

export type CommandSection = 'tree' | 'edit' | 'look' | 'account';

/**
 * Everything that can be done by a command, once. Keys, palette, context menu and key help read this list;
 * the parts of the window that are on screen say how each is done (useCommandHandlers).
 * `Mod` is Ctrl, on macOS Cmd. `where: 'tree'` keys work while the tree has the focus, the others everywhere.
 */
export interface CommandEntry {
  readonly id: string;
  readonly name: TextKey;
  readonly section: CommandSection;
  readonly keys?: string;
  readonly where?: 'tree';
  /** Known to the key help only: the part itself handles the key. */
  readonly isHelpOnly?: true;
}

export const commandList = [
  { id: 'tree.create', name: 'command.create', section: 'tree', keys: 'Mod+N' },
  { id: 'tree.generate', name: 'command.generate', section: 'tree', keys: 'Mod+Shift+G' },
  { id: 'tree.rename', name: 'command.rename', section: 'tree', keys: 'F2', where: 'tree' },
  { id: 'tree.duplicate', name: 'command.duplicate', section: 'tree', keys: 'Mod+D' },
  { id: 'tree.copy', name: 'command.copy', section: 'tree', keys: 'Mod+C', where: 'tree' },
  { id: 'tree.cut', name: 'command.cut', section: 'tree', keys: 'Mod+X', where: 'tree' },
  { id: 'tree.paste', name: 'command.paste', section: 'tree', keys: 'Mod+V', where: 'tree' },
  { id: 'tree.moveUp', name: 'command.moveUp', section: 'tree', keys: 'Alt+ArrowUp', where: 'tree' },
  { id: 'tree.moveDown', name: 'command.moveDown', section: 'tree', keys: 'Alt+ArrowDown', where: 'tree' },
  { id: 'tree.moveTo', name: 'command.moveTo', section: 'tree', keys: 'Mod+M' },
  { id: 'tree.delete', name: 'command.delete', section: 'tree', keys: 'Delete', where: 'tree' },
  { id: 'tree.selectAll', name: 'command.selectAll', section: 'tree', keys: 'Mod+A', where: 'tree' },
  { id: 'tree.expandSiblings', name: 'command.expandSiblings', section: 'tree', keys: '*', where: 'tree' },
  { id: 'tree.expandBelow', name: 'command.expandBelow', section: 'tree' },
  { id: 'tree.collapseAll', name: 'command.collapseAll', section: 'tree' },
  { id: 'edit.undo', name: 'command.undo', section: 'edit', keys: 'Mod+Z' },
  { id: 'edit.redo', name: 'command.redo', section: 'edit', keys: 'Mod+Shift+Z' },
  { id: 'look.palette', name: 'command.palette', section: 'look', keys: 'Mod+K' },
  { id: 'look.search', name: 'command.search', section: 'look', keys: 'Mod+Shift+F' },
  { id: 'look.filter', name: 'command.filter', section: 'look', keys: 'Mod+F' },
  { id: 'look.overview', name: 'command.overview', section: 'look', keys: 'Mod+1' },
  { id: 'look.licenses', name: 'command.licenses', section: 'look', keys: 'Mod+2' },
  { id: 'look.people', name: 'command.people', section: 'look', keys: 'Mod+3' },
  { id: 'look.numbers', name: 'command.numbers', section: 'look', keys: 'Mod+4' },
  { id: 'look.devices', name: 'command.devices', section: 'look', keys: 'Mod+5' },
  { id: 'look.history', name: 'command.history', section: 'look', keys: 'Mod+6' },
  { id: 'look.forecast', name: 'command.forecast', section: 'look', keys: 'Mod+7' },
  { id: 'look.whatIf', name: 'command.whatIf', section: 'look' },
  { id: 'look.treePane', name: 'command.treePane', section: 'look', keys: 'Mod+B' },
  { id: 'look.propertiesPane', name: 'command.propertiesPane', section: 'look', keys: 'Mod+Alt+B' },
  { id: 'look.menus', name: 'command.menus', section: 'look' },
  { id: 'look.today', name: 'command.today', section: 'look' },
  { id: 'look.themeLight', name: 'command.themeLight', section: 'look' },
  { id: 'look.themeDark', name: 'command.themeDark', section: 'look' },
  { id: 'look.themeSystem', name: 'command.themeSystem', section: 'look' },
  { id: 'look.languageSystem', name: 'command.languageSystem', section: 'look' },
  { id: 'look.languageEnglish', name: 'command.languageEnglish', section: 'look' },
  { id: 'look.languageGerman', name: 'command.languageGerman', section: 'look' },
  { id: 'look.keys', name: 'command.keys', section: 'look', keys: '?' },
  { id: 'account.synchronise', name: 'command.synchronise', section: 'account', keys: 'F5' },
  { id: 'account.attention', name: 'command.attention', section: 'account' },
  { id: 'account.reminders', name: 'command.reminders', section: 'account' },
  { id: 'account.exportReminders', name: 'command.exportReminders', section: 'account' },
  { id: 'account.properties', name: 'command.account', section: 'account' },
  { id: 'account.contract', name: 'command.contract', section: 'account' },
  { id: 'account.catalogue', name: 'command.catalogue', section: 'account' },
  { id: 'account.requests', name: 'command.requests', section: 'account' },
  { id: 'account.roles', name: 'command.roles', section: 'account' },
  { id: 'account.administrators', name: 'command.administrators', section: 'account' },
  { id: 'account.share', name: 'command.share', section: 'account' },
  { id: 'account.close', name: 'command.close', section: 'account' },
] as const satisfies readonly CommandEntry[];

export type CommandId = (typeof commandList)[number]['id'];
export const commandEntries: readonly (CommandEntry & { readonly id: CommandId })[] = commandList;
export const commandSections: readonly CommandSection[] = ['tree', 'edit', 'look', 'account'];
