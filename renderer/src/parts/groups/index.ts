import './groups.css';

export { groupChoices } from './group-choices';
export { groupIcons } from './group-icons';
export { GroupLink } from './GroupLink';
export { GroupPathCell, pathOrder, pathWithin, pathWords } from './GroupPathCell';
export { nearestFirst } from './nearest-first';
export { inTreeOrder } from './tree-order';
export { guessKind, kindBelow, nextName } from './kind-guess';
export { groupStatusTone } from './group-status-tone';
