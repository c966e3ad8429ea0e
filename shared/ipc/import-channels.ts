import { z } from 'zod';
import type { CellFault } from '../sheets/given';
import { largestFile, legacyEncodings, type FileTables, type TableFailure } from '../sheets/table-failure';
import { channel } from './channel';

/** A row as it crosses: its number, its cells, what is wrong with cells by column, and whether it is hidden. */
export type CrossingRow = readonly [
  number: number,
  cells: readonly string[],
  faults: readonly (readonly [column: number, fault: CellFault])[],
  isHidden: boolean,
];

/** A file that was read: its tables without their rows, which are fetched in pages. */
export interface ImportedFile extends Pick<FileTables, 'format' | 'encoding' | 'separator'> {
  readonly tables: readonly {
    readonly name: string;
    readonly merged: number;
    readonly isSeparated: boolean;
    readonly rows: number;
  }[];
}

/** `unreadable`: what the file is, and why it brings no rows. `gone`: the reading was given up, or its process ended. */
export type ImportFailure = { readonly kind: 'unreadable'; readonly failure: TableFailure } | { readonly kind: 'gone' };

const id = z.string().min(1).max(100);

/** Files that people bring: `imports.*`. The window hands over their bytes; they are read in a process of their own. */
export const importChannels = {
  'imports.read': channel<ImportedFile, ImportFailure>()(
    z.strictObject({
      id,
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= largestFile, 'too large'),
      encoding: z.enum(legacyEncodings).nullable(),
    }),
  ),
  /** A page of rows of one table, as JSON of `CrossingRow[]`: one text is quicker across than many cells. */
  'imports.rows': channel<string, ImportFailure>()(
    z.strictObject({ id, table: z.int().min(0).max(200), from: z.int().min(0), most: z.int().min(1).max(20_000) }),
  ),
  /** Ends the reading, also in the middle, and forgets the file. */
  'imports.close': channel<null>()(z.strictObject({ id })),
} as const;
