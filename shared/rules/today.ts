import { dayNumber, laterDay, type Day } from '../kernel/day';
import type { View } from '../model/model';
import { refuse, type Refusal } from './refusals';
import type { RulesVersion } from './version';

/** Further than this from the latest day of everybody else, a day is refused; further than the other, it is marked. */
const refusedBeyond = 400;
const markedBeyond = 60;

/**
 * G8: the *today* of the rules. Not before the second latest among the latest days of each author so far: an act dated back
 * cannot claim what has ended once two people have acted later, and one wrong clock cannot move anybody else's today.
 */
export function todayOf(view: View, day: Day, rules: RulesVersion): Day {
  if (rules === 1) return day;
  return laterDay(day, view.latestAuthors()[1]?.day ?? day);
}

/** The latest day of everybody but one; none where nobody else has acted. */
function latestOfOthers(view: View, author: string): Day | undefined {
  return view.latestAuthors().find(({ id }) => id !== author)?.day;
}

/** G9: `DAY_OUT_OF_RANGE` for a day far after everything that others did. */
export function refuseFarDay(view: View, author: string, day: Day): readonly Refusal[] {
  const newest = latestOfOthers(view, author);
  return newest !== undefined && dayNumber(day) - dayNumber(newest) > refusedBeyond
    ? [refuse('DAY_OUT_OF_RANGE', { day, newest })]
    : [];
}

/** G9: by how many days an author was ahead of everybody else, where that is to be marked. */
export function daysAhead(view: View, author: string, day: Day): number | null {
  const newest = latestOfOthers(view, author);
  const ahead = newest === undefined ? 0 : dayNumber(day) - dayNumber(newest);
  return ahead > markedBeyond ? ahead : null;
}
