export { useSheets, type SheetTarget } from './use-sheets';
export { PasteDialog } from './PasteDialog';
