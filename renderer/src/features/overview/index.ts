export { OverviewTab } from './OverviewTab';
export { GroupProperties } from './GroupProperties';
export { groupStatusTone } from './group-status-tone';
