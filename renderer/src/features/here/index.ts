export { WhoElse } from './WhoElse';
export { WorkingHere } from './WorkingHere';
