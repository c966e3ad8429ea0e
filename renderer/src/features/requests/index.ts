export { RequestsPanel } from './RequestsPanel';
export { AskVendor, RequestInstead } from './RequestInstead';
