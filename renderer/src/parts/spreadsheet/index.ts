export { useCopyRows } from './use-copy-rows';
export { showRows } from './show-rows';
export { useSheets, type SheetTarget } from './use-sheets';
export { fieldName as sheetFieldName } from './problem-words';
export { PasteDialog } from './PasteDialog';
export { SheetRowsDialog } from './SheetRowsDialog';
