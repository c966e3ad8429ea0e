export { FirstStart } from './FirstStart';
export { WhoAreYou } from './WhoAreYou';
export { Emblem } from './Emblem';
export { sampleAccount } from './sample-account';
