export { SmartListSection } from './SmartListSection';
export { SmartListPane } from './SmartListPane';
export { SmartListCommands } from './SmartListCommands';
