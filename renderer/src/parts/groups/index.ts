import './groups.css';

export { groupChoices } from './group-choices';
export { groupIcons } from './group-icons';
export { GroupLink } from './GroupLink';
export { PlaceCell, placeOrder, placeWithin } from './PlaceCell';
export { nearestFirst } from './nearest-first';
export { guessKind, kindBelow, nextName } from './kind-guess';
export { groupStatusTone } from './group-status-tone';
