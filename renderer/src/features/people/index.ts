export { PeopleTab } from './PeopleTab';
export { UserProperties } from './UserProperties';
