export { PasteSpecialDialog } from './PasteSpecialDialog';
