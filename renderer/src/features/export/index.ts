export { Exports } from './Exports';
