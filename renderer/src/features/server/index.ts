export { ServerDialog, type ServerDialogProps } from './ServerDialog';
export { SignInDialog } from './SignInDialog';
