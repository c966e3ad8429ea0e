export { Account } from './Account';
export { AccountSection } from './AccountSection';
