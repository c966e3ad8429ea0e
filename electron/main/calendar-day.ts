import { fromAbsolute, parseDate, toCalendarDate } from '@internationalized/date';
import type { Day } from '#core/kernel/day';

/** The zone itself, or UTC where this computer does not know it; the window decides alike. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** The calendar day of a moment (milliseconds since 1970) in a time zone. */
export function dayIn(timeZone: string, moment: number): Day {
  return toCalendarDate(fromAbsolute(moment, knownZone(timeZone))).toString();
}

/** The moment at which the day after a moment's day begins in a time zone. */
export function nextDayBegins(timeZone: string, moment: number): number {
  return parseDate(dayIn(timeZone, moment)).add({ days: 1 }).toDate(knownZone(timeZone)).getTime();
}
