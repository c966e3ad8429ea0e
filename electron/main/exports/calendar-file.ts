import ical, { ICalEventTransparency } from 'ical-generator';
import { dayNumber } from '#core/kernel/day';
import { sha256Hex, textToBytes } from '#core/kernel/hash';
import { cleanLine } from '#core/kernel/typed-text';
import { subjectOf, type Coming, type ComingEvent } from '#core/queries/coming';
import type { MainTexts } from '../texts';

/**
 * Writes the coming reminders, ends and the renewal of an account's contract as an iCalendar file (RFC 5545), one all-day event each. An event keeps its name as long as
 * its block and its distance from the end stay the same: a second import replaces the first, also when the end has moved.
 */
export function calendarFile(ledger: string, { accountName, events }: Coming, now: Date, texts: MainTexts): string {
  const calendar = ical({
    name: escapedName(texts.calendar.name(accountName)),
    prodId: { company: 'Trellis', product: 'Trellis', language: 'EN' },
  });
  for (const event of events) {
    calendar.createEvent({
      id: nameOf(ledger, event),
      stamp: now,
      // The library reads the day of an all-day event in UTC.
      start: new Date(`${event.day}T00:00:00Z`),
      allDay: true,
      ...wordsOf(event, texts),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // In minutes: a calendar that compares versions takes the later export.
  const sequence = Math.floor(now.getTime() / 60_000);
  for (const event of calendar.events()) event.sequence(sequence);
  return `${calendar.toString()}\r\n`;
}

function wordsOf(
  event: ComingEvent,
  texts: MainTexts,
): { readonly summary: string; readonly description: string | null } {
  switch (event.kind) {
    case 'end':
      return { summary: texts.endsThatDay(event), description: texts.lastDay };
    case 'reminder':
      return { summary: texts.remind(event), description: texts.recipients(event.recipients, event.groupName) };
    case 'contractRenews':
      return { summary: texts.contractRenews(event.groupName), description: null };
  }
}

/** The library writes the calendar's own name as it is given, and a line break in it makes the file unreadable for others. */
function escapedName(name: string): string {
  return cleanLine(name).replace(/[\\;,]/g, '\\$&');
}

function nameOf(ledger: string, event: ComingEvent): string {
  const what =
    event.kind === 'reminder' ? `reminder ${dayNumber(event.endsOn) - dayNumber(event.day)}` : String(event.kind);
  return `${sha256Hex(textToBytes(JSON.stringify([ledger, subjectOf(event), what]))).slice(0, 32)}@trellis`;
}
