export { Reminders } from './Reminders';
export { ReminderSection } from './ReminderSection';
