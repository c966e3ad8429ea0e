import { addDays, laterDay, type Day } from '../kernel/day';

/**
 * An amount over time, as the changes on the days on which it changes: `''` is the beginning of time.
 * Reading it costs the number of distinct days in it, which contracts keep small, and never the number of rows behind it.
 */
export type Timeline = Map<Day, number>;

/** A validity window; both ends inclusive, `null` is open (X1). */
export interface Window {
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  /** A day before which it does not count, whatever its first day. */
  readonly countsFrom?: Day;
}

/** First day of a window; `''` is the beginning of time. */
export function beginningOf({ validFrom, countsFrom }: Window): Day {
  return laterDay(validFrom ?? '', countsFrom ?? '');
}

/** Adds an amount for the days of a window (takes it away when negative). */
export function addToTimeline(timeline: Timeline, validity: Window, amount: number): void {
  const begins = beginningOf(validity);
  if (validity.validUntil !== null && validity.validUntil < begins) return;
  changeOn(timeline, begins, amount);
  if (validity.validUntil !== null) changeOn(timeline, addDays(validity.validUntil, 1), -amount);
}

/** Adds a change on one day. */
export function changeOn(timeline: Timeline, day: Day, amount: number): void {
  const sum = (timeline.get(day) ?? 0) + amount;
  if (sum === 0) timeline.delete(day);
  else timeline.set(day, sum);
}

/** The amount that holds on a day. */
export function amountOn(timeline: Timeline | undefined, day: Day): number {
  if (timeline === undefined) return 0;
  let amount = 0;
  for (const [from, change] of timeline) if (from <= day) amount += change;
  return amount;
}

/** Tells whether a window covers a day (X1). */
export function isActive(validity: Window, day: Day): boolean {
  return beginningOf(validity) <= day && (validity.validUntil === null || day <= validity.validUntil);
}
