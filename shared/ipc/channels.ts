import { appChannels } from './app-channels';
import type { Answer, CallFailure, Channel } from './channel';
import { backupChannels } from './backup-channels';
import { exportChannels } from './export-channels';
import { grantChannels } from './grant-channels';
import { handoverChannels } from './handover-channels';
import { historyChannels } from './history-channels';
import { importChannels } from './import-channels';
import { journalChannels } from './journal-channels';
import { ledgerChannels } from './ledger-channels';
import { mailChannels } from './mail-channels';
import { menuChannels } from './menu-channels';
import { projectChannels } from './project-channels';
import { reminderChannels } from './reminder-channels';
import { serverChannels } from './server-channels';
import { vendorChannels } from './vendor-channels';
import { trustChannels } from './trust-channels';
import { windowChannels } from './window-channels';

/** Every channel between the window and main. There is no other way across. */
export const channels = {
  ...appChannels,
  ...windowChannels,
  ...menuChannels,
  ...ledgerChannels,
  ...historyChannels,
  ...journalChannels,
  ...reminderChannels,
  ...mailChannels,
  ...exportChannels,
  ...serverChannels,
  ...trustChannels,
  ...grantChannels,
  ...importChannels,
  ...vendorChannels,
  ...handoverChannels,
  ...projectChannels,
  ...backupChannels,
} as const;

type Channels = typeof channels;
export type ChannelName = keyof Channels;

export type RequestOf<Name extends ChannelName> =
  Channels[Name] extends Channel<infer Request, infer _, infer __> ? Request : never;
export type ValueOf<Name extends ChannelName> =
  Channels[Name] extends Channel<infer _, infer Value, infer __> ? Value : never;
export type FailureOf<Name extends ChannelName> =
  Channels[Name] extends Channel<infer _, infer __, infer Failure> ? Failure : never;

/** Answer of a handler in main. */
export type HandlerAnswer<Name extends ChannelName> = Answer<ValueOf<Name>, FailureOf<Name>>;
/** Answer that the window gets. */
export type CallAnswer<Name extends ChannelName> = Answer<ValueOf<Name>, FailureOf<Name> | CallFailure>;
