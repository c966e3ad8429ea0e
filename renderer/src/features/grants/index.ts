export { Grants } from './Grants';
