import { z } from 'zod';
import { remindersBetween, type Reminder } from '../rules/reminders';
import { day, defineQuery, groupExists, id } from './query';

export type ReminderAnswer = Reminder;

export const remindersQuery = defineQuery({
  name: 'reminders',
  args: z.strictObject({ from: day, to: day, groupId: id.optional() }),
  exists: (view, { groupId }) => groupExists(view, groupId),
  // X4: for whoever may read the licenses there.
  needs: (view, { groupId }) => ({ right: 'readLicenses', at: groupId ?? view.account.rootId }),
  answer: ({ model }, { from, to, groupId }): readonly ReminderAnswer[] =>
    remindersBetween(model, from, to).filter(
      (reminder) => groupId === undefined || model.isWithin(reminder.groupId, groupId),
    ),
});
