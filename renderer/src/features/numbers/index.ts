export { unusedInRange } from './numbers-for-each';
export { NumberCommands } from './NumberCommands';
export { NumbersForEachDialog } from './NumbersForEachDialog';
export { NumbersTab } from './NumbersTab';
export { NumberProperties } from './NumberProperties';
