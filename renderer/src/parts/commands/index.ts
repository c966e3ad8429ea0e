export { CommandProvider, useCommandHandlers, useCommands } from './CommandProvider';
export { commandChoices, keysOf } from './command-menu';
export { commandEntries, type CommandId } from './command-list';
export { runOnceThere, type CommandHandler, type CommandHandlers } from './command-registry';
export { commandFinder, type CommandFinder } from './find-commands';
export { KeyHelp } from './KeyHelp';
export { MenuBar } from './MenuBar';
export { wordsFor } from './words';
