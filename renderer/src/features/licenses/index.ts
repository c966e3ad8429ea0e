export { LicensesTab } from './LicensesTab';
export { BlockProperties } from './BlockProperties';
