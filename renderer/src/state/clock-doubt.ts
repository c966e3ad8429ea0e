import { dayNumber, type Day } from '#core/kernel/day';
import type { Presence } from '#core/ledger/presence';
import type { AuthorRow } from '#core/model/rows';

/** More days than this after everything that others did, a clock is asked about (G9). */
const mostDaysAhead = 35;
const dayMs = 86_400_000;

/**
 * Doubt about the clock of this computer. `behind`: others have acted on a later day; `ahead`: it is long after everything that others
 * did; `differs`: another computer has said just now that it is another day.
 */
export interface ClockDoubt {
  readonly kind: 'behind' | 'ahead' | 'differs';
  /** Whose acts or whose computer it is about. */
  readonly by: string;
  readonly day: Day;
}

export interface SeenOfOthers {
  /** The day of this computer, in the time zone of the account. */
  readonly today: Day;
  /** Moment of this computer, in milliseconds. */
  readonly now: number;
  /** Who of the others acted on the latest day. */
  readonly latest: AuthorRow | undefined;
  /** Words of other computers on themselves. */
  readonly words: readonly Presence[];
  /** A word that came just now and is of a day that has been. */
  readonly late: Presence | null;
}

function doubtOf(word: Presence): ClockDoubt | null {
  return word.by === null ? null : { kind: 'differs', by: word.by, day: word.at.slice(0, 10) };
}

/** Doubt about the clock of this computer, by what is known of others; `null` where there is none. */
export function clockDoubt({ today, now, latest, words, late }: SeenOfOthers): ClockDoubt | null {
  if (latest !== undefined && latest.day > today) return { kind: 'behind', by: latest.id, day: latest.day };
  const later = words.find(({ at }) => Date.parse(at) - now > dayMs);
  if (later !== undefined) return doubtOf(later);
  if (late !== null) return doubtOf(late);
  // Somebody who was here within a day has the same day: nobody has acted for long, and that is all.
  if (latest === undefined || words.some(({ at }) => now - Date.parse(at) < dayMs)) return null;
  return dayNumber(today) - dayNumber(latest.day) > mostDaysAhead
    ? { kind: 'ahead', by: latest.id, day: latest.day }
    : null;
}
