export { Handovers } from './Handovers';
