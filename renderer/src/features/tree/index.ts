export { TreePane } from './TreePane';
export { groupIcons } from './group-icons';
export { PlaceDialog } from './PlaceDialog';
export { GroupLink } from './GroupLink';
export { PlaceCell, placeOrder, placeWithin } from './PlaceCell';
