export { RenewDialog } from './RenewDialog';
export { RenewCommand } from './RenewCommand';
export { canBeRenewed, endingFirst, isFollowed } from './renewable';
