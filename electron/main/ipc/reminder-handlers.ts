import type { ReminderSettings } from '#core/ipc/reminder-channels';
import { answered, type Handlers } from './handlers';

export interface ReminderHandlerParts {
  readonly settings: () => ReminderSettings;
  readonly stayInTray: (stays: boolean) => Promise<ReminderSettings>;
}

export function reminderHandlers({ settings, stayInTray }: ReminderHandlerParts): Handlers<'reminders.'> {
  return {
    'reminders.settings': () => answered(settings()),
    'reminders.stayInTray': async ({ stays }) => answered(await stayInTray(stays)),
  };
}
