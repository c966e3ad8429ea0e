import { join } from 'node:path';
import { z } from 'zod';
import { addDays, type Day, isDay } from '#core/kernel/day';
import type { ComingEvent } from '#core/queries/coming';
import { readJsonFile, writeJsonFile } from '../files/json-file';
import { keyOf, keyOn } from './notices';

/** Reminders of one ledger that this computer has told. */
export interface Told {
  /** The first day looked at: what was due before is no news to anybody. */
  readonly since: Day;
  /** Keys of events, of those not older than what is looked at. */
  readonly keys: readonly string[];
}

/** Days that are looked back over for reminders missed while the computer was off. */
export const daysBack = 90;

const day = z.string().refine(isDay);
const toldSchema: z.ZodType<Told> = z.strictObject({ since: day, keys: z.array(z.string()) });

/** Keeps what was told in a file of its own beside each ledger's journal; written whole and flushed, so that it is there or not. */
export class ToldReminders {
  constructor(
    private readonly folderOf: (ledger: string) => string,
    private readonly fileName = 'reminders.json',
  ) {}

  /** `null` before the first look, and where the file is not readable: then it begins anew with today. */
  read(ledger: string): Promise<Told | null> {
    return readJsonFile(join(this.folderOf(ledger), this.fileName), toldSchema);
  }

  write(ledger: string, told: Told): Promise<void> {
    return writeJsonFile(this.folderOf(ledger), this.fileName, told);
  }
}

/** The events that are due on a day and were not told. */
export function dueEvents(events: readonly ComingEvent[], told: Told, today: Day): readonly ComingEvent[] {
  const keys = new Set(told.keys);
  const earliest = addDays(today, -daysBack);
  return events.filter((event) => {
    if (event.day > today || event.day < told.since || event.day < earliest || keys.has(keyOf(event))) return false;
    // A reminder that was learnt of late, of a block whose end was told already, is no news.
    return event.kind !== 'reminder' || event.endsOn >= today || !keys.has(keyOn(event.endsOn, 'end', event.blockId));
  });
}

/** With more told; without what is so old that it is not looked at any more. */
export function withTold(told: Told, keys: readonly string[], today: Day): Told {
  const earliest = addDays(today, -daysBack);
  return { since: told.since, keys: [...told.keys, ...keys].filter((key) => key >= earliest) };
}

export function withoutTold(told: Told, keys: readonly string[]): Told {
  const taken = new Set(keys);
  return { since: told.since, keys: told.keys.filter((key) => !taken.has(key)) };
}
