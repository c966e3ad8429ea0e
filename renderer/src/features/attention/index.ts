export { AttentionDialog } from './AttentionDialog';
export { AttentionToasts } from './AttentionToasts';
