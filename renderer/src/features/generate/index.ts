export { GenerateDialog } from './GenerateDialog';
