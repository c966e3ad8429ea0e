export { FolderWayDialog } from './FolderWayDialog';
export { OfficePanel } from './OfficePanel';
