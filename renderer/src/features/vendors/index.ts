export { Vendors } from './Vendors';
