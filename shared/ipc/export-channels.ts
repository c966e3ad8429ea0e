import { z } from 'zod';
import { channel } from './channel';
import type { JournalFailure } from './journal-channels';

/** `not-ready`: the account could not be read just now. */
export type ExportFailure = Exclude<JournalFailure, { readonly kind: 'diverged' }> | { readonly kind: 'not-ready' };

/** Bounds of a table: more than any account fills, few enough for one file. */
const mostRows = 500_001;
const mostCells = 200;

/**
 * Files that can be saved. `calendar`: the coming reminders and ends of the open ledger, made by main. `table`: cells as the window shows
 * them, the names of the columns first; `name` is suggested for the file, `separator` is what the language puts between cells.
 */
const saved = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('calendar'), ledger: z.string().min(1).max(200) }),
  z.strictObject({
    what: z.literal('table'),
    name: z.string().min(1).max(200),
    separator: z.enum([',', ';']),
    rows: z
      .array(z.array(z.string().max(10_000)).max(mostCells))
      .min(1)
      .max(mostRows),
  }),
]);

/** Files for other programs: `exports.*`. Where they go is asked by main, in a dialog of the system. */
export const exportChannels = {
  /** Saves a file, and says how many entries were written; `null` when the person cancels. Where there is nothing to write, nobody is asked. */
  'exports.save': channel<{ readonly entries: number } | null, ExportFailure>()(saved),
} as const;
