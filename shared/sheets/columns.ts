import { finish, isRestDue, type Sliced } from '../kernel/slices';
import { keyFields, otherKeys, type SheetField, type SheetKind } from './fields';
import { faultsOf, type GivenRow, type GivenTable } from './given';
import { columnsByPlace, headingsIn, presetByPlace, type Headings } from './headings';
import { etsTable } from './ets';
import type { OwnHeadings } from './own-fields';
import { headingKey, isSecret, type Preset } from './presets';
import type { ColumnAnswers, LeftOutReason, Sheet } from './sheet';

/** Wishes of a person about a table before it is read. */
export interface ReadingWishes {
  readonly kind?: SheetKind;
  readonly preset?: Preset;
  /** Fields by heading (as it is compared) or by the column's letter; `null` for a column that is not taken over. */
  readonly assigned?: ReadonlyMap<string, SheetField | null>;
  /** The fields of the columns when no row names any, as a table on screen has them. */
  readonly order?: readonly (SheetField | null)[];
  readonly answers?: ColumnAnswers;
  /** Fields of one's own, which a heading may name. */
  readonly own?: OwnHeadings;
}

export interface SheetReading {
  readonly kind: SheetKind;
  readonly preset: Preset | null;
  readonly sheet: Sheet;
}

/** Above the headings stand a title or two, seldom more. */
const rowsWithHeadings = 10;
const totals =
  /^(?:(?:grand|sub)?\s?totals?|sum|count|summe|gesamt(?:summe|anzahl|zahl)?|insgesamt|zwischensumme|anzahl)(?:\s*[:=].*|\s+[\d.,]+.*|\s*)$/iu;

function isEmpty(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

function isBlank({ cells }: GivenRow): boolean {
  for (const cell of cells) if (!isEmpty(cell)) return false;
  return true;
}

/** The letter of a column as spreadsheets call it. */
export function columnLetter(column: number): string {
  return (column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function assignedTo(
  columns: readonly (SheetField | null)[],
  headings: readonly string[],
  assigned: ReadingWishes['assigned'],
): readonly (SheetField | null)[] {
  if (assigned === undefined || assigned.size === 0) return columns;
  const width = Math.max(columns.length, headings.length);
  const said = Array.from({ length: width }, (_, index) => {
    const key = headingKey(headings[index] ?? '');
    return (key === '' ? undefined : assigned.get(key)) ?? assigned.get(`column ${columnLetter(index)}`) ?? null;
  });
  const isSaid = (index: number): boolean => {
    const key = headingKey(headings[index] ?? '');
    return (key !== '' && assigned.has(key)) || assigned.has(`column ${columnLetter(index)}`);
  };
  const taken = new Set<SheetField>();
  return Array.from({ length: width }, (_, index) => {
    const field = isSaid(index) ? (said[index] ?? null) : (columns[index] ?? null);
    // What a person assigns takes a field away from the column that was taken for it.
    if (field === null || taken.has(field) || (!isSaid(index) && said.includes(field))) return null;
    taken.add(field);
    return field;
  });
}

interface FoundHeadings extends Headings {
  readonly at: number;
}

/** The row that names the columns, looked for in the first ten; the first of several that name as many. */
function findHeadings(rows: readonly GivenRow[], wishes: ReadingWishes): FoundHeadings | null {
  let best: FoundHeadings | null = null;
  const more = new Map(
    [...(wishes.assigned ?? [])].flatMap(([key, field]) => (field === null ? [] : [[key, field] as const])),
  );
  for (const [at, row] of rows.entries()) {
    if (row.number > rowsWithHeadings + (rows[0]?.number ?? 1) - 1 && at > 0) break;
    if (at >= rowsWithHeadings) break;
    const found = headingsIn(row.cells, wishes.kind ?? null, wishes.preset ?? null, more, wishes.own);
    if (found !== null && (best === null || found.known > best.known)) best = { ...found, at };
  }
  const [first, second] = rows;
  if (first !== undefined && second !== undefined && (best?.preset ?? null) === null) {
    const preset = wishes.preset ?? presetByPlace(first.cells, second.cells);
    if (preset !== null && (best === null || wishes.preset === undefined)) {
      const columns = columnsByPlace(preset, first.cells.length);
      return { kind: preset.kind, preset, columns, known: columns.filter((field) => field !== null).length, at: 0 };
    }
  }
  return best;
}

/** Rows at the end that add up what stands above them. */
function totalsFrom(rows: readonly GivenRow[]): number {
  let end = rows.length;
  while (end > 0) {
    const filled = rows[end - 1]?.cells.find((cell) => !isEmpty(cell)) ?? '';
    if (!totals.test(filled.trim())) break;
    end -= 1;
  }
  return end;
}

/** Tells whether a row says what the headings say, whatever empty cells it has beyond them. */
function repeats(row: readonly string[], headings: readonly string[]): boolean {
  if (row.length < headings.length) return false;
  for (let index = 0; index < row.length; index += 1)
    if (row[index]?.trim() !== (headings[index] ?? '').trim()) return false;
  return true;
}

/** The cells of secrets emptied: from here on nobody has seen them. */
function withoutSecrets(row: GivenRow, secret: ReadonlySet<number>): GivenRow {
  if (secret.size === 0) return row;
  return { ...row, cells: row.cells.map((cell, column) => (secret.has(column) ? '' : cell)) };
}

/**
 * Finds which column is which field, and which rows are data. A row that names columns is taken as that, in any order and language;
 * without one the columns stand as they were assigned, or as the table on screen shows them. `null` when there is nothing to go by.
 */
export function readSheet(table: GivenTable, wishes: ReadingWishes = {}): SheetReading | null {
  return finish(readSheetInSlices(table, wishes));
}

/** The same with rests in between. */
export function* readSheetInSlices(table: GivenTable, wishes: ReadingWishes = {}): Sliced<SheetReading | null> {
  const of = Math.max(1, table.rows.length);
  const filled: GivenRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (!isBlank(row)) filled.push(row);
    if (isRestDue(index)) yield { done: index / 2, of };
  }
  const found = findHeadings(filled, wishes);
  if (found === null) return readWithoutHeadings(table, filled, wishes);

  const { kind, preset, at } = found;
  const row = filled[at];
  const headings = trimmedEnd(row?.cells ?? []);
  const columns = assignedTo(found.columns.slice(0, headings.length), headings, wishes.assigned);
  const secret = new Set(headings.flatMap((heading, column) => (isSecret(heading, preset) ? [column] : [])));
  const leftOut: { row: number; reason: LeftOutReason }[] = filled
    .slice(0, at)
    .map(({ number }) => ({ row: number, reason: 'aboveHeadings' }));
  const below = filled.slice(at + 1);
  const end = totalsFrom(below);
  const rows: GivenRow[] = [];
  for (const [index, one] of below.entries()) {
    if (index >= end) leftOut.push({ row: one.number, reason: 'total' });
    else if (repeats(one.cells, headings)) leftOut.push({ row: one.number, reason: 'repeatedHeadings' });
    else rows.push(withoutSecrets(one, secret));
    if (isRestDue(index)) yield { done: (of + index) / 2, of };
  }
  const sheet: Sheet = {
    columns,
    headings,
    rows,
    leftOut,
    dropped: headings.filter((_, column) => secret.has(column)),
    isSeparated: table.isSeparated,
    answers: wishes.answers ?? {},
  };
  return { kind, preset, sheet: preset?.id.startsWith('ets') === true ? etsTable(sheet) : sheet };
}

function readWithoutHeadings(table: GivenTable, rows: readonly GivenRow[], wishes: ReadingWishes): SheetReading | null {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const ordered = Array.from({ length: width }, (_, index) => wishes.order?.[index] ?? null);
  const columns = assignedTo(ordered, [], wishes.assigned);
  if (wishes.kind === undefined || columns.every((field) => field === null)) return null;
  return {
    kind: wishes.kind,
    preset: null,
    sheet: {
      columns,
      headings: [],
      rows,
      leftOut: [],
      dropped: [],
      isSeparated: table.isSeparated,
      answers: wishes.answers ?? {},
    },
  };
}

function trimmedEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? '').trim() === '') end -= 1;
  return cells.slice(0, end);
}

/** The same sheet with one cell written anew. A field without a column gets one. */
export function mendCell(sheet: Sheet, row: number, field: SheetField, cell: string): Sheet {
  const known = sheet.columns.indexOf(field);
  const column = known === -1 ? Math.max(sheet.columns.length, sheet.headings.length) : known;
  return {
    ...sheet,
    columns: known === -1 ? [...filledTo(sheet.columns, column, null), field] : sheet.columns,
    headings:
      known === -1 && sheet.headings.length > 0 ? [...filledTo(sheet.headings, column, ''), field] : sheet.headings,
    rows: withRow(sheet.rows, row, (given) => mendedRow(given, column, cell)),
  };
}

function withRow(rows: readonly GivenRow[], row: number, mend: (given: GivenRow) => GivenRow): readonly GivenRow[] {
  const given = rows[row];
  if (given === undefined) return rows;
  const copied = [...rows];
  copied[row] = mend(given);
  return copied;
}

function filledTo<T>(list: readonly T[], length: number, filler: T): readonly T[] {
  return Array.from({ length }, (_, index) => list[index] ?? filler);
}

/** A cell that a person wrote is what it says, also where its digits are many. */
function mendedRow(given: GivenRow, column: number, cell: string): GivenRow {
  const cells = Array.from({ length: Math.max(given.cells.length, column + 1) }, (_, at) =>
    at === column ? cell : (given.cells[at] ?? ''),
  );
  const faults = new Map([...(given.faults ?? [])].filter(([at]) => at !== column));
  const fault = faultsOf([cell])?.get(0);
  if (fault !== undefined && fault !== 'tooManyDigits') faults.set(column, fault);
  const { faults: _before, ...rest } = given;
  return { ...rest, cells, ...(faults.size === 0 ? {} : { faults }) };
}

/** Tells whether a sheet says what its rows are about. */
export function hasKey(kind: SheetKind, sheet: Sheet): boolean {
  const keys: readonly SheetField[] = [keyFields[kind], ...otherKeys[kind]];
  return keys.some((field) => sheet.columns.includes(field));
}
