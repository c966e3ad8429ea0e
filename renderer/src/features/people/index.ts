export { PeopleCommands } from './PeopleCommands';
export { PeopleTab } from './PeopleTab';
export { UserProperties } from './UserProperties';
