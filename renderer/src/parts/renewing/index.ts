export { RenewDialog } from './RenewDialog';
export { RenewEnd } from './RenewEnd';
export { RenewCommand } from './RenewCommand';
export { canBeRenewed, endingFirst } from './renewable';
