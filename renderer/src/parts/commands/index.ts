export { CommandProvider, useCommandHandlers, useCommands } from './CommandProvider';
export { commandChoices, keysOf } from './command-menu';
export { commandEntries, type CommandId } from './command-list';
export type { CommandHandler, CommandHandlers } from './command-registry';
export { KeyHelp } from './KeyHelp';
export { MenuBar } from './MenuBar';
