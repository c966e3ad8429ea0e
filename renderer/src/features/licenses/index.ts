export { LicensesTab } from './LicensesTab';
export { AllocateDialog } from './AllocateDialog';
export { MoveLicensesDialog } from './MoveLicensesDialog';
export { OwnPoolDialog } from './RestrictionDialog';
export { BlockProperties } from './BlockProperties';
export { Purchases } from './Purchases';
export { ResourceUse, UnitsUse } from './PoolUse';
