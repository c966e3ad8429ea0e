export { OwnFieldsPanel } from './OwnFieldsPanel';
