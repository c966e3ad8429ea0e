import { z } from 'zod';
import { channel } from './channel';

/** Numbers of hours, days and weeks of which the last backup is kept. */
export interface BackupCounts {
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
}

const most = z.int().min(0).max(500);
export const backupCounts = z.strictObject({ hourly: most, daily: most, weekly: most });

/** Copy of an account in a file beside the program's own. */
export interface Backup {
  readonly name: string;
  /** When it was made, ISO 8601 in UTC. */
  readonly at: string;
  readonly bytes: number;
  /** Somebody asked for it: it is not removed by itself. */
  readonly isByHand: boolean;
}

export interface Backups {
  /** The newest first. */
  readonly backups: readonly Backup[];
  readonly counts: BackupCounts;
  /** Folder in which they are. */
  readonly folder: string;
  /** It is the usual one, in the profile. */
  readonly isUsualFolder: boolean;
}

/** `not-ready`: the account could not be read just now. `gone`: the backup is not there any more. */
export type BackupFailure =
  | { readonly kind: 'full' | 'unwritable'; readonly detail: string }
  | { readonly kind: 'unknown-ledger' | 'not-ready' | 'gone' };

const ledger = z.string().min(1).max(200);

/** Copies of an account that are made by themselves: `backups.*`. Each is a project file. */
export const backupChannels = {
  'backups.list': channel<Backups, BackupFailure>()(z.strictObject({ ledger })),
  /** Makes one now; it is not removed by itself. */
  'backups.make': channel<Backup, BackupFailure>()(z.strictObject({ ledger })),
  'backups.read': channel<Uint8Array<ArrayBuffer>, BackupFailure>()(
    z.strictObject({ ledger, name: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ( by hand)?\.trellis$/) }),
  ),
  'backups.keep': channel<null>()(backupCounts),
  /** Asks for another folder, or goes back to the usual one. Backups that are there already stay where they are. */
  'backups.setFolder': channel<null>()(z.strictObject({ to: z.enum(['chosen', 'usual']) })),
} as const;
