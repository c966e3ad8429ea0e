export { RenewDialog } from './RenewDialog';
export { RenewCommand } from './RenewCommand';
export { canBeRenewed, isFollowed } from './renewable';
