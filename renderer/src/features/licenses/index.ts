export { LicensesTab } from './LicensesTab';
export { AllocateDialog } from './AllocateDialog';
export { MoveLicensesDialog } from './MoveLicensesDialog';
export { OwnPoolDialog } from './RestrictionDialog';
export { BlockProperties } from './BlockProperties';
export { LicenseCommands } from './LicenseCommands';
export { ResourceUse } from './PoolUse';
export { UnitsTable } from './UnitsTable';
