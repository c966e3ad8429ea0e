/** Faults that make a cell unreadable wherever it came from. Whoever brings the rows finds it; a cell that nobody takes over may have it. */
export type CellFault =
  /** `#REF!` and its like: the spreadsheet had no value itself. */
  | 'errorValue'
  /** A formula whose result was not stored; nothing is calculated here. */
  | 'formulaWithoutValue'
  /** `4.93012E+11`: the digits are gone. */
  | 'scientific'
  /** More digits than a spreadsheet keeps of a number. */
  | 'tooManyDigits'
  /** A quote that does not close, or that would take in the next row. */
  | 'quoteNotClosed'
  | 'tooLong';

/** One row as a file or the clipboard brings it. */
export interface GivenRow {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Faults of cells, by column from 0. */
  readonly faults?: ReadonlyMap<number, CellFault>;
  readonly isHidden?: boolean;
}

/** Rows of a file, a sheet of a workbook or the clipboard, before anything is known about what they mean. */
export interface GivenTable {
  /** Name of the sheet; empty where it has no name. */
  readonly name: string;
  readonly rows: readonly GivenRow[];
  /** Rows of which a cell was taken from a merged one. */
  readonly merged: number;
  /** True when a cell too many means that a separator stood in a cell: so in text, not in a workbook. */
  readonly isSeparated: boolean;
}

/** The longest cell a spreadsheet itself can hold. */
export const mostCharacters = 32_767;
export const mostRows = 200_000;
export const mostColumns = 200;

const errorValue =
  /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BEZUG!|NV|WERT!|ZAHL!|ÜBERLAUF!|#+)$|^(?:Err|Fehler):\s?\d{3}$/iu;
const scientific = /^[+-]?\d(?:[.,]\d+)?E\+\d{2,}$/i;
const manyDigits = /^\+?\d{16,}$/;

/** Fault of a cell by its text alone; text that was text in its file may have any number of digits. */
export function faultOf(text: string, isSurelyText: boolean): CellFault | undefined {
  if (text.length > mostCharacters) return 'tooLong';
  const cell = text.trim();
  if (errorValue.test(cell)) return 'errorValue';
  if (isSurelyText) return undefined;
  if (scientific.test(cell)) return 'scientific';
  return manyDigits.test(cell) ? 'tooManyDigits' : undefined;
}

/** Rows that are text from the start, as a test or the clipboard has them. */
export function givenTable(table: readonly (readonly string[])[], isSeparated = false): GivenTable {
  return {
    name: '',
    merged: 0,
    isSeparated,
    rows: table.map((cells, index) => {
      const faults = faultsOf(cells);
      return { number: index + 1, cells, ...(faults === undefined ? {} : { faults }) };
    }),
  };
}

/** Faults of the cells of a row that is text; none, for most rows. */
export function faultsOf(cells: readonly string[]): ReadonlyMap<number, CellFault> | undefined {
  let faults: Map<number, CellFault> | undefined;
  cells.forEach((cell, column) => {
    const fault = faultOf(cell, false);
    if (fault !== undefined) (faults ??= new Map()).set(column, fault);
  });
  return faults;
}
