export { RolesPanel } from './RolesPanel';
export { AdministratorsPanel } from './AdministratorsPanel';
export { GroupAdministrators } from './GroupAdministrators';
export { PersonAdministration } from './PersonAdministration';
export { MyRights } from './MyRights';
export { ReadOnlyProperties, useReadOnly } from './ReadOnlyProperties';
export { NotYours, ReadOnlyHere, useStandingAt } from './ReadOnlyHere';
