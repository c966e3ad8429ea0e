import { z } from 'zod';
import { join } from 'node:path';
import type { ReminderSettings } from '#core/ipc/reminder-channels';
import { readJsonFile, writeJsonFile } from '../files/json-file';

const settingsSchema: z.ZodType<ReminderSettings> = z.strictObject({ staysInTray: z.boolean() });
const fileName = 'reminder-settings.json';

/** Off at first: a program that stays after its window was closed is a surprise. */
export const firstReminderSettings: ReminderSettings = { staysInTray: false };

export async function readReminderSettings(profile: string): Promise<ReminderSettings> {
  return (await readJsonFile(join(profile, fileName), settingsSchema)) ?? firstReminderSettings;
}

export function writeReminderSettings(profile: string, settings: ReminderSettings): Promise<void> {
  return writeJsonFile(profile, fileName, settings);
}
