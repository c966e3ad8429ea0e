export { manualContents, type PageSubjects } from './contents';
export { ManualProvider, useManual } from './ManualProvider';
