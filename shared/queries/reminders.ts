import { z } from 'zod';
import { remindersBetween, type Reminder } from '../rules/reminders';
import { day, defineQuery, licensesOfAccount } from './query';

export type ReminderAnswer = Reminder;

export const remindersQuery = defineQuery({
  name: 'reminders',
  args: z.strictObject({ from: day, to: day }),
  ...licensesOfAccount,
  answer: ({ model }, { from, to }): readonly ReminderAnswer[] => remindersBetween(model, from, to),
});
