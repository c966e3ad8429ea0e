export { TreePane } from './TreePane';
export { groupIcons } from './group-icons';
export { PlaceDialog } from './PlaceDialog';
