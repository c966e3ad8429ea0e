import { join } from 'node:path';
import { z } from 'zod';
import { backupCounts, type BackupCounts } from '#core/ipc/backup-channels';
import { readJsonFile, writeJsonFile } from '../files/json-file';

/** Number of backups that are kept, and the folder for them; `null` is the usual one, in the profile. */
export interface BackupSettings extends BackupCounts {
  readonly folder: string | null;
}

const fileName = 'backup-settings.json';
const settingsSchema: z.ZodType<BackupSettings> = backupCounts.extend({ folder: z.string().nullable() });

/** A day of hours, two weeks of days, two months of weeks. */
const firstSettings: BackupSettings = { folder: null, hourly: 24, daily: 14, weekly: 8 };

export async function readBackupSettings(profile: string): Promise<BackupSettings> {
  return (await readJsonFile(join(profile, fileName), settingsSchema)) ?? firstSettings;
}

export function writeBackupSettings(profile: string, settings: BackupSettings): Promise<void> {
  return writeJsonFile(profile, fileName, settings);
}
