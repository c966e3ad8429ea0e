export { AttentionDialog } from './AttentionDialog';
