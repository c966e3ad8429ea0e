import { z } from 'zod';
import { channel } from './channel';
import type { JournalFailure } from './journal-channels';

/** `not-ready`: the account could not be read just now. */
export type ExportFailure = Exclude<JournalFailure, { readonly kind: 'diverged' }> | { readonly kind: 'not-ready' };

/** Bounds of a table: more than any account fills, few enough for one file. */
const mostRows = 500_001;
const mostCells = 200;
const mostLetters = 64 * 1024 * 1024;

/**
 * Files that can be saved. `calendar`: the coming reminders and ends of the open ledger, made by main. `table`: cells as the window shows
 * them, the names of the columns first; `name` is suggested for the file, `separator` is what the language puts between cells. `workbook`:
 * tables of a place, each as a sheet. `phoneBook`: who can be called, as phones read it.
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
    /** Left out, the person may choose a workbook instead in the dialog of the system. */
    only: z.literal('csv').optional(),
  }),
  z.strictObject({
    what: z.literal('workbook'),
    name: z.string().min(1).max(200),
    tables: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(200),
          contents: z.array(z.enum(['text', 'day', 'number'])).max(mostCells),
          rows: z
            .array(z.array(z.string().max(10_000)).max(mostCells))
            .min(1)
            .max(mostRows),
        }),
      )
      .min(1)
      .max(20),
  }),
  z.strictObject({
    what: z.literal('phoneBook'),
    name: z.string().min(1).max(200),
    format: z.enum(['vcf', 'yealink', 'snom', 'grandstream']),
    entries: z.int().min(0),
    text: z.string().max(mostLetters),
  }),
]);

/** Files for other programs: `exports.*`. Where they go is asked by main, in a dialog of the system. */
export const exportChannels = {
  /** Saves a file, and says how many entries were written; `null` when the person cancels. Where there is nothing to write, nobody is asked. */
  'exports.save': channel<{ readonly entries: number } | null, ExportFailure>()(saved),
} as const;
