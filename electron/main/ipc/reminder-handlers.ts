import { succeeded } from '#core/kernel/result';
import type { ReminderSettings } from '#core/ipc/reminder-channels';
import type { Handlers } from './handlers';

export interface ReminderHandlerParts {
  readonly settings: () => ReminderSettings;
  readonly stayInTray: (stays: boolean) => Promise<ReminderSettings>;
}

export function reminderHandlers({ settings, stayInTray }: ReminderHandlerParts): Handlers<'reminders.'> {
  return {
    'reminders.settings': () => succeeded(settings()),
    'reminders.stayInTray': async ({ stays }) => succeeded(await stayInTray(stays)),
  };
}
