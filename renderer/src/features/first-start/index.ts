export { FirstStart } from './FirstStart';
export { Unopened } from './Unopened';
export { WhoAreYou } from './WhoAreYou';
export { Emblem } from './Emblem';
export { sampleAccount } from './sample-account';
