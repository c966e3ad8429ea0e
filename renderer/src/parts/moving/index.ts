export { TargetDialog } from './TargetDialog';
