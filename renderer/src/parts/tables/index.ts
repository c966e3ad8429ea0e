export { TableTab } from './TableTab';
export { useTableExport } from './use-table-export';
export { DraftLine } from './DraftLine';
export { Finder } from './Finder';
export { useDrafting } from './use-drafting';
