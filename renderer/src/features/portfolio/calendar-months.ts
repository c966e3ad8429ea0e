import { parseDate } from '@internationalized/date';
import { addDays, type Day } from '#core/kernel/day';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ReminderAnswer } from '#core/queries/reminders';
import type { RowsInMemory } from '../../data/session';
import type { ForecastDay, ForecastLine } from '../../parts/forecast';

/** A block that counts for the last time on a day. */
export interface CalendarEnd {
  readonly blockId: string;
  readonly groupId: string;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
}

/** A day on which something ends, and what follows from it on the next. */
export interface CalendarDay {
  readonly day: Day;
  readonly ends: readonly CalendarEnd[];
  readonly follows: readonly ForecastLine[];
}

export interface CalendarReminder {
  readonly day: Day;
  readonly blockIds: readonly string[];
}

export interface CalendarMonth {
  readonly first: Day;
  readonly days: readonly CalendarDay[];
  readonly reminders: readonly CalendarReminder[];
  /** Days on which the contract renews. */
  readonly renewals: readonly Day[];
}

/** So many months from the one of a day: the first day of each. */
export function monthsFrom(day: Day, count: number): readonly Day[] {
  const first = parseDate(day).set({ day: 1 });
  return Array.from({ length: count }, (_, index) => first.add({ months: index }).toString());
}

/** The last day of a month, from its first. */
export function lastDayOf(month: Day): Day {
  return parseDate(month).add({ months: 1 }).subtract({ days: 1 }).toString();
}

/** What takes something away, for that is what a calendar of ends is looked at for. */
function isLoss(line: ForecastLine): boolean {
  if (line.kind === 'seatFallsBack' || line.kind === 'seatBlocked') return true;
  return (line.kind === 'unitsShort' || line.kind === 'resourceShort') && line.short > 0;
}

/** The day before, as ends stand on the last day that counts, and the forecast on the first that does not. */
function calendarDay({ day, lines }: ForecastDay, rows: Pick<RowsInMemory, 'row'>): CalendarDay {
  const ends = lines.flatMap((line): readonly CalendarEnd[] => {
    const block = line.kind === 'blockEnds' ? rows.row('blocks', line.blockId) : undefined;
    return block === undefined
      ? []
      : [{ blockId: block.id, groupId: block.groupId, typeId: block.typeId, quantity: block.quantity }];
  });
  return { day: addDays(day, -1), ends, follows: lines.filter(isLoss) };
}

/**
 * The coming months, also those in which nothing happens. They begin with the day that is looked at: what ended before it is not told,
 * though its forecast is among those of that day, and a contract that renews on it is.
 */
export function calendarMonths(
  from: Day,
  months: readonly Day[],
  forecast: readonly ForecastDay[],
  reminders: readonly ReminderAnswer[],
  rows: Pick<RowsInMemory, 'row'>,
): readonly CalendarMonth[] {
  const days = forecast
    .map((day) => calendarDay(day, rows))
    .filter(({ day, ends, follows }) => day >= from && (ends.length > 0 || follows.length > 0));
  const renewals = forecast.flatMap(({ day, lines }) =>
    lines.flatMap(({ kind }) => (kind === 'contractRenews' ? [day] : [])),
  );
  const told = new Map<Day, string[]>();
  for (const { day, blockId } of reminders) told.set(day, [...(told.get(day) ?? []), blockId]);
  return months.map((first) => {
    const isInMonth = (day: Day): boolean => day.slice(0, 7) === first.slice(0, 7);
    return {
      first,
      days: days.filter(({ day }) => isInMonth(day)),
      renewals: renewals.filter(isInMonth),
      reminders: [...told].filter(([day]) => isInMonth(day)).map(([day, blockIds]) => ({ day, blockIds })),
    };
  });
}
