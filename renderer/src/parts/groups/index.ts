import './groups.css';

export { groupIcons } from './group-icons';
export { GroupLink } from './GroupLink';
export { PlaceCell, placeOrder, placeWithin } from './PlaceCell';
export { guessKind, kindBelow, nextName } from './kind-guess';
export { groupStatusTone } from './group-status-tone';
