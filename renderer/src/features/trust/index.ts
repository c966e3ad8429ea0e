export { LockCover } from './LockCover';
export { InvitationDialog } from './InvitationDialog';
export { NotLetIn } from './NotLetIn';
export { NotLetInBanner } from './NotLetInBanner';
export { Trust } from './Trust';
