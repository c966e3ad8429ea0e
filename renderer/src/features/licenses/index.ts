export { LicensesTab } from './LicensesTab';
export { BlockProperties } from './BlockProperties';
export { ResourceUse, UnitsUse } from './PoolUse';
