export { TableTab } from './TableTab';
export { DraftLine } from './DraftLine';
export { Finder } from './Finder';
export { useDrafting } from './use-drafting';
