export { TableTab } from './TableTab';
export { useFilteredRows } from './use-filtered-rows';
export { useTableExport } from './use-table-export';
export { DraftLine } from './DraftLine';
export { Finder } from './Finder';
export { useDrafting } from './use-drafting';
