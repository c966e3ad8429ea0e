export { Plans } from './Plans';
