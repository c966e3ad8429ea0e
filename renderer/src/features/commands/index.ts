export { CommandProvider, useCommandHandlers, useCommands } from './CommandProvider';
export { commandChoices, keysOf } from './command-menu';
export type { CommandId } from './command-list';
export { KeyHelp } from './KeyHelp';
export { Palette } from './Palette';
export { bestMatches } from './palette-matches';
