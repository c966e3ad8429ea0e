export { LongWorkDialog } from './LongWorkDialog';
