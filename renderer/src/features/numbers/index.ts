export { NumberCommands } from './NumberCommands';
export { NumbersTab } from './NumbersTab';
export { NumberProperties } from './NumberProperties';
