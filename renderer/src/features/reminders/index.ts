export { Reminders } from './Reminders';
export { ReminderSection } from './ReminderSection';
export { StaySwitch } from './StaySwitch';
