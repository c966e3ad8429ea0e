export { NumbersTab } from './NumbersTab';
export { NumberProperties } from './NumberProperties';
