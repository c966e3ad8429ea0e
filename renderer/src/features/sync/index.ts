export { SyncPanel, type SyncPanelProps } from './SyncPanel';
export { syncLine, syncLooks } from './sync-words';
export { useWaitedFor } from './use-waited-for';
