import { useLayoutEffect, useState } from 'react';
import type { Sliced } from '#core/kernel/slices';
import { chooseTableInSlices } from '#core/sheets/choose-table';
import { readSheetInSlices, type ReadingWishes, type SheetReading } from '#core/sheets/columns';
import type { SheetField, SheetKind } from '#core/sheets/fields';
import type { GivenTable } from '#core/sheets/given';
import { ownHeadings, type OwnHeadings } from '#core/sheets/own-fields';
import { headingKey } from '#core/sheets/presets';
import type { FileTables } from '#core/sheets/table-failure';
import type { RowsInMemory } from '../../data/session';
import { showRows } from '../../parts/spreadsheet';
import { runInSlices } from '../../state/time-slices';

/** By hand which column is which field, for files with the same headings. */
export type Assigned = { readonly [heading: string]: SheetField | null };
export type RememberedColumns = { readonly [headings: string]: Assigned };

/** Answers of a person about how a file is read. */
export interface SaidOfRows {
  /** The sheet of a workbook; `null` for the one that can be read best. */
  readonly sheetName: string | null;
  /** What the rows are about; `null` where the headings say it. */
  readonly wanted: SheetKind | null;
  /** Which column is what in this file; `null` where what is remembered counts. */
  readonly chosen: Assigned | null;
  readonly remembered: RememberedColumns;
}

/** The rows of a file as they are read. */
export interface RowsRead {
  readonly table: GivenTable | undefined;
  readonly kind: SheetKind;
  readonly headings: readonly string[];
  /** What tells files with the same headings. */
  readonly signature: string;
  readonly assigned: Assigned;
  /** `null` where no row names the columns. */
  readonly reading: SheetReading | null;
  /** Number of rows that are hidden in the spreadsheet. */
  readonly hidden: number;
}

const longestSignature = 400;

/** The row that a person takes as headings where none was known: the first with anything in it. */
function firstRowOf(table: GivenTable | undefined): readonly string[] {
  return table?.rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
}

function wishesFor(kind: SheetKind | null, assigned: Assigned, own: OwnHeadings): ReadingWishes {
  return {
    own,
    ...(kind === null ? {} : { kind }),
    assigned: new Map(Object.entries(assigned)),
  };
}

function* readRows(
  file: FileTables,
  { sheetName, wanted, chosen, remembered }: SaidOfRows,
  own: OwnHeadings,
): Sliced<RowsRead> {
  const tables = sheetName === null ? file.tables : file.tables.filter((table) => table.name === sheetName);
  const first = yield* chooseTableInSlices(tables, wishesFor(wanted, {}, own));
  const table = first?.table ?? tables[0];
  const kind = first?.reading.kind ?? wanted ?? 'people';
  const headings = first?.reading.sheet.headings ?? firstRowOf(table);
  const signature = `${kind} ${headings.map(headingKey).join('|')}`.slice(0, longestSignature);
  const assigned = chosen ?? remembered[signature] ?? {};
  const isAsFound = table === undefined || Object.keys(assigned).length === 0;
  const readAs = first?.reading.preset === null ? kind : (wanted ?? kind);
  const reading = isAsFound
    ? (first?.reading ?? null)
    : yield* readSheetInSlices(table, wishesFor(readAs, assigned, own));
  const hidden = table?.rows.filter(({ isHidden }) => isHidden === true).length ?? 0;
  return { table, kind, headings, signature, assigned, reading, hidden };
}

/** Reads the rows of a file, and again when something else is said about them; `null` until they are read for the first time. */
export function useRowsRead(file: FileTables, said: SaidOfRows, rows: RowsInMemory): RowsRead | null {
  const [read, setRead] = useState<RowsRead | null>(null);
  const { sheetName, wanted, chosen, remembered } = said;
  // Before anything is drawn: a short file is read at once.
  useLayoutEffect(() => {
    function* steps(): Generator<unknown, void> {
      const found = yield* readRows(file, { sheetName, wanted, chosen, remembered }, ownHeadings(rows));
      showRows(found.table?.rows.length ?? 0, () => setRead(found));
    }
    return runInSlices(steps(), { when: 'soon', atOnce: true });
  }, [file, sheetName, wanted, chosen, remembered, rows]);
  return read;
}
