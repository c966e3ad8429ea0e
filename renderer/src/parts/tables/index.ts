export { TableTab } from './TableTab';
export { FilteredTable } from './FilteredTable';
export { useFilterField } from './use-filter-field';
export { useFilteredRows } from './use-filtered-rows';
export { useRowsExport, useTableExport } from './use-table-export';
export { DraftLine } from './DraftLine';
export { Finder } from './Finder';
export { useDrafting } from './use-drafting';
