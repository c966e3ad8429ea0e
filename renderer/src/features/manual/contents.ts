import type { CommandId } from '../../parts/commands';
import type { ManualPage } from '../../text/manual-pages';

/** Subjects of one page: a command or screen that no page has is found by a test. */
export interface PageSubjects {
  /** Each is named on the page as the menus name it. */
  readonly commands: readonly CommandId[];
  /** Screens on which F1 opens the page, as the list of screens in test/story calls them. */
  readonly screens: readonly string[];
}

/** Commands and screens, by the page of the manual that explains them. */
export const manualContents: { readonly [P in ManualPage]: PageSubjects } = {
  'the-idea': { commands: [], screens: ['tour'] },
  begin: {
    commands: ['account.close', 'help.tour'],
    screens: [
      'first-start',
      'first-start-not-for-protected',
      'first-start-nothing-there',
      'first-start-holds-another',
      'first-start-not-reachable',
      'first-start-not-readable',
      'first-start-no-room',
      'first-start-defect',
      'unopened',
      'unopened-no-room',
      'opening',
      'joining',
      'who-are-you',
    ],
  },
  'find-your-way': {
    commands: [
      'look.palette',
      'look.search',
      'look.filter',
      'look.overview',
      'look.treePane',
      'look.propertiesPane',
      'look.nextPane',
      'look.previousPane',
    ],
    screens: ['palette', 'search'],
  },
  'to-do': {
    commands: [
      'list.notSynchronised',
      'list.attention',
      'list.withoutLicense',
      'list.free',
      'list.expiring',
      'list.short',
      'list.notConfirmed',
    ],
    screens: [
      'list-without-license',
      'list-expiring',
      'list-free',
      'list-not-confirmed',
      'list-done',
      'list-not-synchronised',
    ],
  },
  undo: {
    commands: ['edit.undo', 'edit.redo', 'look.history'],
    screens: ['history', 'history-proved', 'steps'],
  },
  settings: {
    commands: [
      'account.settings',
      'look.themeLight',
      'look.themeDark',
      'look.themeSystem',
      'look.languageSystem',
      'look.languageEnglish',
      'look.languageGerman',
      'look.larger',
      'look.smaller',
      'look.normalSize',
    ],
    screens: ['settings'],
  },
  groups: {
    commands: [
      'tree.create',
      'tree.rename',
      'tree.duplicate',
      'tree.copy',
      'tree.cut',
      'tree.paste',
      'tree.moveUp',
      'tree.moveDown',
      'tree.moveTo',
      'tree.delete',
      'tree.selectAll',
      'tree.expandSiblings',
      'tree.expandBelow',
      'tree.collapseAll',
      'edit.selected',
    ],
    screens: [
      'overview',
      'overview-account',
      'overview-empty',
      'many-groups',
      'move-to',
      'delete',
      'group-menu',
      'new-group',
    ],
  },
  generate: {
    commands: ['tree.generate', 'tree.copyTemplate', 'tree.pasteSpecial'],
    screens: ['generate', 'paste-special'],
  },
  devices: { commands: ['devices.register', 'look.devices'], screens: ['devices'] },
  'hand-over': { commands: ['tree.handOver'], screens: ['hand-over'] },
  licenses: {
    commands: ['look.licenses', 'licenses.ownPool', 'licenses.sharedPool'],
    screens: ['licenses', 'licenses-account', 'licenses-block', 'another-day', 'why', 'own-pool'],
  },
  buy: { commands: ['account.buy'], screens: ['buy'] },
  allocate: {
    commands: ['licenses.allocate', 'licenses.takeAlong'],
    screens: ['allocate', 'allocate-refused', 'take-along'],
  },
  renew: { commands: ['licenses.renew'], screens: ['renew', 'renew-several'] },
  costs: { commands: ['licenses.costs'], screens: ['costs', 'costs-months'] },
  'look-ahead': {
    commands: ['look.forecast', 'look.today', 'look.whatIf', 'look.plans'],
    screens: ['coming-up', 'what-if', 'what-if-ends', 'plans'],
  },
  portfolio: {
    commands: ['look.portfolio'],
    screens: ['portfolio', 'portfolio-calendar', 'portfolio-charts', 'move-licenses'],
  },
  people: {
    commands: ['people.create', 'look.people'],
    screens: [
      'people',
      'people-empty',
      'person',
      'person-allowance',
      'person-seat',
      'people-many',
      'people-many-changed',
      'new-person',
    ],
  },
  'give-a-license': { commands: ['people.assign', 'people.release'], screens: [] },
  'move-and-leave': {
    commands: ['people.move', 'people.archive', 'people.restore', 'people.remove', 'people.checklist'],
    screens: ['remove-person', 'checklist-joins'],
  },
  numbers: {
    commands: ['numbers.add', 'numbers.addRange', 'numbers.attach', 'numbers.each', 'look.numbers'],
    screens: ['numbers', 'number', 'numbers-for-each'],
  },
  'voice-menus': { commands: ['look.menus'], screens: ['voice-menus', 'voice-menus-empty'] },
  spreadsheets: {
    commands: ['edit.import', 'edit.pasteRows', 'edit.copyRows', 'table.export', 'edit.export'],
    screens: [
      'import-file',
      'import-rows',
      'import-letters',
      'import-refused',
      'paste-rows',
      'paste-allocations',
      'export',
    ],
  },
  share: {
    commands: ['account.share', 'account.synchronise', 'account.others', 'account.turnFolder'],
    screens: ['sync', 'who-else', 'wrong-clock', 'turn-folder'],
  },
  attention: { commands: ['account.attention'], screens: ['attention'] },
  protect: {
    commands: ['account.protect', 'people.computers', 'people.letIn', 'account.lock', 'account.lockAfter'],
    screens: [
      'not-let-in',
      'not-let-in-problem',
      'join-invited',
      'protect',
      'protect-words',
      'protect-ask',
      'protect-done',
      'computers',
      'computers-unprotected',
      'shut-out',
      'let-in',
      'let-in-words',
      'locked',
      'locked-forgotten',
      'lock-after',
    ],
  },
  roles: { commands: ['account.roles', 'account.administrators'], screens: ['roles', 'administrators'] },
  'project-files': {
    commands: ['account.openFile', 'account.saveFile'],
    screens: ['save-file', 'open-file', 'open-file-locked', 'open-file-damaged'],
  },
  backups: { commands: ['account.backups'], screens: ['backups', 'backups-restore'] },
  vendors: {
    commands: ['vendors.ringoverCompare', 'vendors.ringoverPull', 'vendors.ringoverPush', 'vendors.panels'],
    screens: [
      'ringover-key',
      'ringover-plans',
      'ringover-compare',
      'ringover-pull',
      'ringover-push',
      'panel',
      'panel-lines',
    ],
  },
  account: {
    commands: [
      'account.properties',
      'account.contract',
      'account.catalogue',
      'account.newType',
      'account.requests',
      'account.fields',
    ],
    screens: ['account', 'contract', 'catalogue', 'own-type', 'requests', 'own-fields', 'own-field-new'],
  },
  reminders: { commands: ['account.reminders', 'account.exportReminders'], screens: ['reminders'] },
  mail: { commands: ['account.mail'], screens: ['mail'] },
  refused: { commands: [], screens: [] },
  keys: { commands: ['look.keys'], screens: ['keys'] },
  trouble: { commands: ['help.log', 'help.about', 'help.manual', 'help.whatsNew'], screens: ['about', 'manual'] },
  words: { commands: [], screens: ['word'] },
  'whats-new': { commands: [], screens: [] },
};
