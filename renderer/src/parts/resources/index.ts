export { ResourceFields } from './ResourceFields';
