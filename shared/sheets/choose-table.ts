import { finish, partOf, type Sliced } from '../kernel/slices';
import { hasKey, readSheetInSlices, type ReadingWishes, type SheetReading } from './columns';
import type { GivenTable } from './given';

/** One of the tables of a file, read. */
export interface ChosenTable {
  readonly table: GivenTable;
  readonly reading: SheetReading;
}

/** The sheet of a workbook that can be read best: the first whose key is there, of those the one with most columns known. */
export function chooseTable(tables: readonly GivenTable[], wishes: ReadingWishes): ChosenTable | null {
  return finish(chooseTableInSlices(tables, wishes));
}

/** The same with rests in between. */
export function* chooseTableInSlices(tables: readonly GivenTable[], wishes: ReadingWishes): Sliced<ChosenTable | null> {
  let best: (ChosenTable & { readonly score: number }) | null = null;
  for (const [index, table] of tables.entries()) {
    const reading = yield* partOf(readSheetInSlices(table, wishes), ({ done, of }) => ({
      done: index + done / of,
      of: tables.length,
    }));
    if (reading === null) continue;
    const known = reading.sheet.columns.filter((field) => field !== null).length;
    const score = known + (hasKey(reading.kind, reading.sheet) ? 100 : 0) + (reading.sheet.rows.length > 0 ? 50 : 0);
    if (best === null || score > best.score) best = { table, reading, score };
  }
  return best;
}
