export { FolderWayDialog } from './FolderWayDialog';
export { OfficePanel } from './OfficePanel';
export { TurnFolder, TurnFolderOffer } from './TurnFolder';
