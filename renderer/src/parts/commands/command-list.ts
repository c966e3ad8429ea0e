import type { TextKey } from '../../text/text';

export type CommandSection = 'account' | 'edit' | 'tree' | 'licenses' | 'people' | 'numbers' | 'look' | 'help';
/** Lines of the menu bar that stand together in a menu of their own. */
export type CommandSubmenu = 'theme' | 'language' | 'size' | 'panes' | 'lists';

/**
 * Everything that can be done by a command, once. Keys, palette, menu bar, context menu and key help read this list;
 * the parts of the window that are on screen say how each is done (useCommandHandlers).
 * `Mod` is Ctrl, on macOS Cmd. `where: 'tree'` keys work while the tree has the focus, the others everywhere.
 */
export interface CommandEntry {
  readonly id: string;
  readonly name: TextKey;
  readonly section: CommandSection;
  readonly keys?: string;
  /** Keys that other programs have taught people for it; they work, and are not shown. */
  readonly otherKeys?: string;
  readonly where?: 'tree';
  /** A dividing line stands above it in the menu bar. */
  readonly startsGroup?: true;
  readonly under?: CommandSubmenu;
}

export const commandList = [
  { id: 'tree.create', name: 'command.create', section: 'tree', keys: 'Mod+N' },
  { id: 'tree.generate', name: 'command.generate', section: 'tree', keys: 'Mod+Shift+G' },
  { id: 'tree.rename', name: 'command.rename', section: 'tree', keys: 'F2', where: 'tree', startsGroup: true },
  { id: 'tree.duplicate', name: 'command.duplicate', section: 'tree', keys: 'Mod+D' },
  { id: 'tree.copy', name: 'command.copy', section: 'tree', keys: 'Mod+C', where: 'tree', startsGroup: true },
  { id: 'tree.cut', name: 'command.cut', section: 'tree', keys: 'Mod+X', where: 'tree' },
  { id: 'tree.paste', name: 'command.paste', section: 'tree', keys: 'Mod+V', where: 'tree' },
  { id: 'tree.pasteSpecial', name: 'command.pasteSpecial', section: 'tree', keys: 'Mod+Shift+V', where: 'tree' },
  { id: 'tree.copyTemplate', name: 'command.copyTemplate', section: 'tree' },
  { id: 'tree.handOver', name: 'command.handOver', section: 'tree', startsGroup: true },
  { id: 'tree.moveUp', name: 'command.moveUp', section: 'tree', keys: 'Alt+ArrowUp', where: 'tree', startsGroup: true },
  { id: 'tree.moveDown', name: 'command.moveDown', section: 'tree', keys: 'Alt+ArrowDown', where: 'tree' },
  { id: 'tree.moveTo', name: 'command.moveTo', section: 'tree', keys: 'Mod+M' },
  { id: 'tree.delete', name: 'command.delete', section: 'tree', keys: 'Delete', where: 'tree', startsGroup: true },
  { id: 'tree.selectAll', name: 'command.selectAll', section: 'tree', keys: 'Mod+A', where: 'tree', startsGroup: true },
  { id: 'tree.expandSiblings', name: 'command.expandSiblings', section: 'tree', keys: '*', where: 'tree' },
  { id: 'tree.expandBelow', name: 'command.expandBelow', section: 'tree' },
  { id: 'tree.collapseAll', name: 'command.collapseAll', section: 'tree' },
  { id: 'account.buy', name: 'command.buy', section: 'licenses', keys: 'Mod+Shift+B' },
  { id: 'licenses.allocate', name: 'command.allocate', section: 'licenses' },
  { id: 'licenses.takeAlong', name: 'command.takeAlong', section: 'licenses' },
  { id: 'licenses.renew', name: 'command.renew', section: 'licenses' },
  { id: 'licenses.costs', name: 'command.costs', section: 'licenses' },
  { id: 'licenses.give', name: 'command.giveLicenses', section: 'licenses', startsGroup: true },
  { id: 'licenses.accept', name: 'command.acceptLicenses', section: 'licenses' },
  { id: 'licenses.betweenAccounts', name: 'command.betweenAccounts', section: 'licenses' },
  { id: 'licenses.ownPool', name: 'command.ownPool', section: 'licenses', startsGroup: true },
  { id: 'licenses.sharedPool', name: 'command.sharedPool', section: 'licenses' },
  { id: 'people.create', name: 'command.newPerson', section: 'people', keys: 'Mod+Shift+N' },
  { id: 'people.checklist', name: 'command.checklist', section: 'people' },
  { id: 'people.assign', name: 'command.giveLicense', section: 'people', startsGroup: true },
  { id: 'people.release', name: 'command.takeLicense', section: 'people' },
  { id: 'people.move', name: 'command.movePerson', section: 'people', startsGroup: true },
  { id: 'people.archive', name: 'command.archivePerson', section: 'people' },
  { id: 'people.restore', name: 'command.restorePerson', section: 'people' },
  { id: 'people.remove', name: 'command.removePerson', section: 'people' },
  { id: 'people.computers', name: 'command.computers', section: 'people', startsGroup: true },
  { id: 'people.letIn', name: 'command.letIn', section: 'people' },
  { id: 'numbers.add', name: 'command.addNumber', section: 'numbers' },
  { id: 'numbers.addRange', name: 'command.addRange', section: 'numbers' },
  { id: 'numbers.attach', name: 'command.attachNumber', section: 'numbers' },
  { id: 'numbers.each', name: 'numbers.each', section: 'numbers' },
  { id: 'devices.register', name: 'command.registerDevice', section: 'numbers', startsGroup: true },
  { id: 'edit.undo', name: 'command.undo', section: 'edit', keys: 'Mod+Z' },
  { id: 'edit.redo', name: 'command.redo', section: 'edit', keys: 'Mod+Shift+Z', otherKeys: 'Mod+Y' },
  { id: 'edit.selected', name: 'command.editSelected', section: 'edit', keys: 'Mod+E', startsGroup: true },
  { id: 'edit.copyRows', name: 'command.copyRows', section: 'edit', startsGroup: true },
  { id: 'edit.pasteRows', name: 'command.pasteRows', section: 'edit' },
  { id: 'edit.import', name: 'command.import', section: 'edit', keys: 'Mod+I', startsGroup: true },
  { id: 'edit.export', name: 'command.export', section: 'edit' },
  { id: 'table.export', name: 'command.exportTable', section: 'edit' },
  { id: 'look.palette', name: 'command.palette', section: 'look', keys: 'Mod+K' },
  { id: 'look.search', name: 'command.search', section: 'look', keys: 'Mod+Shift+F' },
  { id: 'look.filter', name: 'command.filter', section: 'look', keys: 'Mod+F' },
  { id: 'look.overview', name: 'command.overview', section: 'look', keys: 'Mod+1', startsGroup: true },
  { id: 'look.licenses', name: 'command.licenses', section: 'look', keys: 'Mod+2' },
  { id: 'look.people', name: 'command.people', section: 'look', keys: 'Mod+3' },
  { id: 'look.numbers', name: 'command.numbers', section: 'look', keys: 'Mod+4' },
  { id: 'look.devices', name: 'command.devices', section: 'look', keys: 'Mod+5' },
  { id: 'look.history', name: 'command.history', section: 'look', keys: 'Mod+6' },
  { id: 'look.forecast', name: 'command.forecast', section: 'look', keys: 'Mod+7' },
  { id: 'look.menus', name: 'command.menus', section: 'look', keys: 'Mod+9' },
  { id: 'look.portfolio', name: 'command.portfolio', section: 'look', keys: 'Mod+8' },
  {
    id: 'list.notSynchronised',
    name: 'listCommand.notSynchronised',
    section: 'look',
    under: 'lists',
    startsGroup: true,
  },
  { id: 'list.attention', name: 'listCommand.attention', section: 'look', under: 'lists' },
  { id: 'list.withoutLicense', name: 'listCommand.withoutLicense', section: 'look', under: 'lists' },
  { id: 'list.free', name: 'listCommand.free', section: 'look', under: 'lists' },
  { id: 'list.expiring', name: 'listCommand.expiring', section: 'look', under: 'lists' },
  { id: 'list.short', name: 'listCommand.short', section: 'look', under: 'lists' },
  { id: 'list.notConfirmed', name: 'listCommand.notConfirmed', section: 'look', under: 'lists' },
  { id: 'look.whatIf', name: 'command.whatIf', section: 'look', startsGroup: true },
  { id: 'look.plans', name: 'command.plans', section: 'look' },
  { id: 'look.treePane', name: 'command.treePane', section: 'look', keys: 'Mod+B', startsGroup: true },
  { id: 'look.propertiesPane', name: 'command.propertiesPane', section: 'look', keys: 'Mod+Alt+B' },
  { id: 'look.nextPane', name: 'command.nextPane', section: 'look', keys: 'F6', under: 'panes' },
  { id: 'look.previousPane', name: 'command.previousPane', section: 'look', keys: 'Shift+F6', under: 'panes' },
  { id: 'look.today', name: 'command.today', section: 'look', startsGroup: true },
  { id: 'look.themeLight', name: 'command.themeLight', section: 'look', under: 'theme' },
  { id: 'look.themeDark', name: 'command.themeDark', section: 'look', under: 'theme' },
  { id: 'look.themeSystem', name: 'command.themeSystem', section: 'look', under: 'theme' },
  { id: 'look.larger', name: 'command.larger', section: 'look', keys: 'Mod+Plus', under: 'size' },
  { id: 'look.smaller', name: 'command.smaller', section: 'look', keys: 'Mod+Minus', under: 'size' },
  { id: 'look.normalSize', name: 'command.normalSize', section: 'look', keys: 'Mod+0', under: 'size' },
  { id: 'look.languageSystem', name: 'command.languageSystem', section: 'look', under: 'language' },
  { id: 'look.languageEnglish', name: 'command.languageEnglish', section: 'look', under: 'language' },
  { id: 'look.languageGerman', name: 'command.languageGerman', section: 'look', under: 'language' },
  { id: 'help.manual', name: 'command.manual', section: 'help', keys: 'F1' },
  { id: 'help.tour', name: 'command.tour', section: 'help' },
  { id: 'help.whatsNew', name: 'command.whatsNew', section: 'help' },
  { id: 'look.keys', name: 'command.keys', section: 'help', keys: '?' },
  { id: 'help.log', name: 'command.log', section: 'help', startsGroup: true },
  { id: 'help.about', name: 'command.about', section: 'help' },
  { id: 'account.synchronise', name: 'command.synchronise', section: 'account', keys: 'F5' },
  { id: 'account.attention', name: 'command.attention', section: 'account' },
  { id: 'account.others', name: 'command.others', section: 'account' },
  { id: 'account.reminders', name: 'command.reminders', section: 'account', startsGroup: true },
  { id: 'account.exportReminders', name: 'command.exportReminders', section: 'account' },
  { id: 'account.mail', name: 'command.mail', section: 'account' },
  { id: 'account.properties', name: 'command.account', section: 'account', startsGroup: true },
  { id: 'account.contract', name: 'command.contract', section: 'account' },
  { id: 'account.catalogue', name: 'command.catalogue', section: 'account' },
  { id: 'account.newType', name: 'command.newType', section: 'account' },
  { id: 'account.requests', name: 'command.requests', section: 'account', startsGroup: true },
  { id: 'account.roles', name: 'command.roles', section: 'account' },
  { id: 'account.administrators', name: 'command.administrators', section: 'account' },
  { id: 'account.fields', name: 'command.fields', section: 'account' },
  { id: 'vendors.ringoverCompare', name: 'command.ringoverCompare', section: 'account', startsGroup: true },
  { id: 'vendors.ringoverPull', name: 'command.ringoverPull', section: 'account' },
  { id: 'vendors.ringoverPush', name: 'command.ringoverPush', section: 'account' },
  { id: 'vendors.panels', name: 'command.writePanels', section: 'account' },
  { id: 'account.openFile', name: 'command.openFile', section: 'account', keys: 'Mod+O', startsGroup: true },
  { id: 'account.saveFile', name: 'command.saveFile', section: 'account', keys: 'Mod+S' },
  { id: 'account.settings', name: 'command.settings', section: 'account', keys: 'Mod+,', startsGroup: true },
  { id: 'account.backups', name: 'command.backups', section: 'account' },
  { id: 'account.share', name: 'command.share', section: 'account', startsGroup: true },
  { id: 'account.turnFolder', name: 'command.turnFolder', section: 'account' },
  { id: 'account.shorten', name: 'command.shorten', section: 'account' },
  { id: 'account.protect', name: 'command.protect', section: 'account' },
  { id: 'account.lock', name: 'command.lock', section: 'account', keys: 'Mod+Shift+L' },
  { id: 'account.lockAfter', name: 'command.lockAfter', section: 'account' },
  { id: 'account.close', name: 'command.close', section: 'account', startsGroup: true },
] as const satisfies readonly CommandEntry[];

export type CommandId = (typeof commandList)[number]['id'];
export const commandEntries: readonly (CommandEntry & { readonly id: CommandId })[] = commandList;
/** In the order of the menu bar. */
export const commandSections: readonly CommandSection[] = [
  'account',
  'edit',
  'tree',
  'licenses',
  'people',
  'numbers',
  'look',
  'help',
];
