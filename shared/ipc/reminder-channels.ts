import { z } from 'zod';
import { channel } from './channel';

/** Settings by which this installation reminds; kept in its profile, not in the account. */
export interface ReminderSettings {
  /** Closing the window leaves Trellis in the tray, so that it goes on reminding. */
  readonly staysInTray: boolean;
}

/** Reminding by main, also while no window is shown: `reminders.*`. */
export const reminderChannels = {
  'reminders.settings': channel<ReminderSettings>()(z.strictObject({})),
  'reminders.stayInTray': channel<ReminderSettings>()(z.strictObject({ stays: z.boolean() })),
} as const;
