export { Costs } from './Costs';
