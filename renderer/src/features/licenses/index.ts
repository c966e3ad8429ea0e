export { LicensesTab } from './LicensesTab';
export { BlockProperties } from './BlockProperties';
export { Purchases } from './Purchases';
export { ResourceUse, UnitsUse } from './PoolUse';
