import { z } from 'zod';
import { channel } from './channel';
import type { JournalFailure } from './journal-channels';

/** How this installation reminds; kept in its profile, not in the account. */
export interface ReminderSettings {
  /** Closing the window leaves Trellis in the tray, so that it goes on reminding. */
  readonly staysInTray: boolean;
}

/** `not-ready`: the account could not be read just now. */
export type CalendarFailure = Exclude<JournalFailure, { readonly kind: 'diverged' }> | { readonly kind: 'not-ready' };

/** Reminding by main, also while no window is shown: `reminders.*`. */
export const reminderChannels = {
  'reminders.settings': channel<ReminderSettings>()(z.strictObject({})),
  'reminders.stayInTray': channel<ReminderSettings>()(z.strictObject({ stays: z.boolean() })),
  /**
   * Asks the person for a file and writes the coming reminders and ends of the open ledger into it, for calendars;
   * `null` when they cancel. Where nothing comes there is nothing to ask for.
   */
  'reminders.exportCalendar': channel<{ readonly events: number } | null, CalendarFailure>()(z.strictObject({ ledger: z.string().min(1).max(200) })),
} as const;
