export { SyncPanel, type SyncPanelProps } from './SyncPanel';
export { syncLine, syncLooks } from './sync-words';
