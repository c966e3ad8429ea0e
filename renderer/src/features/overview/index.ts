export { OverviewTab } from './OverviewTab';
export { GroupProperties } from './GroupProperties';
