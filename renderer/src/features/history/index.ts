export { HistoryTab } from './HistoryTab';
export { StepList } from './StepList';
export { useUndoRedo } from './use-undo-redo';
