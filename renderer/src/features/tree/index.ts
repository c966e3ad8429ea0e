export { TreePane } from './TreePane';
