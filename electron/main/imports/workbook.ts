import { formatValue, readXlsx, type Cell, type CellValue, type Sheet } from 'hucre';
import { failed, succeeded, type Result } from '#core/kernel/result';
import { faultOf, mostColumns, mostRows, type CellFault, type GivenRow, type GivenTable } from '#core/sheets/given';
import type { TableFailure } from '#core/sheets/table-failure';
import { readPlainWorkbook } from './plain-workbook';
import { hasShapedNumbers } from './shown-numbers';

/**
 * The one place that knows the library which reads workbooks. A cell becomes the text that a person sees in it where that
 * says more than the value (`00042`, a plus in front), a day as 2026-12-31; nothing is ever calculated.
 */

/** Numbers from here on have more digits than a spreadsheet keeps. */
const mostExact = 1e15;

/** A number format that only says how large or small a number is, which loses digits. */
function isScientific(format: string): boolean {
  return /[0#]E[+-]?0/i.test(format);
}

function numberText(value: number, format: string | undefined): { readonly text: string; readonly fault?: CellFault } {
  if (Math.abs(value) >= mostExact) return { text: String(value), fault: 'tooManyDigits' };
  if (format === undefined || format === 'General' || format === '@' || isScientific(format))
    return { text: plain(value) };
  const shown = formatValue(value, format).trim();
  // What the format leaves out of a whole number would be lost: a percentage, thousands, a currency are read as their value.
  const digits = shown.replace(/\D/g, '').replace(/^0+/, '');
  return Number.isInteger(value) &&
    digits === String(Math.abs(value)).replace(/^0+/, '') &&
    /^[+\d\s()./-]+$/.test(shown)
    ? { text: shown }
    : { text: plain(value) };
}

function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

function dayText(value: Date): string {
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

interface ReadCell {
  readonly text: string;
  readonly fault?: CellFault | undefined;
  /** True for what a merged cell begins elsewhere. */
  readonly isFromElsewhere?: boolean;
}

function cellText(value: CellValue | undefined, cell: Cell | undefined): ReadCell {
  if (cell?.type === 'error') return { text: String(value ?? '#N/A'), fault: 'errorValue' };
  if (value == null) {
    return cell?.formula !== undefined ? { text: `=${cell.formula}`, fault: 'formulaWithoutValue' } : { text: '' };
  }
  if (value instanceof Date) return { text: Number.isNaN(value.getTime()) ? '' : dayText(value) };
  switch (typeof value) {
    case 'number':
      return numberText(value, cell?.style?.numFmt);
    case 'boolean':
      return { text: value ? 'TRUE' : 'FALSE' };
    default: {
      const text = String(value);
      return { text, fault: faultOf(text, true) };
    }
  }
}

/** Cells below and beside a merged one, which are empty in the file but not for whoever looks at it. */
function mergedCells(sheet: Sheet): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? [])
    // A title over the whole width is one cell; what stands beside a row counts for each of its rows.
    for (let row = startRow; row <= Math.min(endRow, startRow + mostRows); row += 1)
      for (let column = startCol; column <= Math.min(endCol, startCol + mostColumns); column += 1)
        if ((row !== startRow || column !== startCol) && column === startCol)
          origins.set(`${String(row)},${String(column)}`, `${String(startRow)},${String(startCol)}`);
  return origins;
}

function tableOf(sheet: Sheet): Result<GivenTable, TableFailure> {
  const origins = mergedCells(sheet);
  const details = sheet.cells ?? new Map<string, Cell>();
  const isPlain = origins.size === 0 && details.size === 0;
  function cellAt(own: CellValue | undefined, index: number, column: number): ReadCell {
    const key = `${String(index)},${String(column)}`;
    const origin = own == null ? origins.get(key) : undefined;
    if (origin === undefined) return cellText(own, details.get(key));
    const [row = index, at = column] = origin.split(',').map(Number);
    return { ...cellText(sheet.rows[row]?.[at], details.get(origin)), isFromElsewhere: true };
  }
  const rows: GivenRow[] = [];
  let merged = 0;
  for (const [index, values] of sheet.rows.entries()) {
    const cells: string[] = [];
    let faults: Map<number, CellFault> | undefined;
    let isMerged = false;
    values.forEach((own, column) => {
      const { text, fault, isFromElsewhere } = isPlain ? cellText(own, undefined) : cellAt(own, index, column);
      if (isFromElsewhere === true) isMerged = true;
      cells.push(text);
      if (fault !== undefined) (faults ??= new Map()).set(column, fault);
    });
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length > mostColumns)
      return failed({ code: 'TOO_MANY_COLUMNS', most: mostColumns, place: `${sheet.name}, row ${String(index + 1)}` });
    if (isMerged) merged += 1;
    rows.push({
      number: index + 1,
      cells,
      ...(faults === undefined ? {} : { faults }),
      ...(sheet.rowDefs?.get(index)?.hidden === true ? { isHidden: true } : {}),
    });
  }
  if (rows.length > mostRows) return failed({ code: 'TOO_MANY_ROWS', most: mostRows, place: sheet.name });
  return succeeded({ name: sheet.name, rows, merged, isSeparated: false });
}

/** The sheets of a workbook as the library reads every kind of cell. Reading the style of each takes longer than reading the cells. */
async function readAnyWorkbook(bytes: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Promise<readonly Sheet[]> {
  const readStyles = hasShapedNumbers(parts);
  return (await readXlsx(bytes, { readStyles, maxRows: mostRows + 1 })).sheets;
}

/** The sheets of a workbook that a person can see, each as rows of text; `parts` are the file's own, unpacked. */
export async function readWorkbook(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<Result<readonly GivenTable[], TableFailure>> {
  let sheets: readonly Sheet[];
  try {
    sheets = (await readPlainWorkbook(parts)) ?? (await readAnyWorkbook(bytes, parts));
  } catch (error) {
    return failed({ code: 'DAMAGED', place: error instanceof Error ? error.message.slice(0, 200) : 'workbook' });
  }
  const visible = sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true);
  const tables: GivenTable[] = [];
  for (const sheet of visible.length > 0 ? visible : sheets) {
    const table = tableOf(sheet);
    if (!table.ok) return table;
    tables.push(table.value);
  }
  return succeeded(tables);
}
