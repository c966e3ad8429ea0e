import { faultOf, type CellFault, type GivenRow, type GivenTable } from './given';
import { headingsIn } from './headings';

/**
 * Text with separators between its cells. Well-formed quoting is read as RFC 4180 says. Where quoting is broken, a row is
 * read by itself, so that no cell ever takes in another row.
 */

export type Separator = ',' | ';' | '\t' | '|' | (string & {});

const candidates: readonly Separator[] = [';', ',', '\t', '|'];
/** By how many rows a separator is judged. */
const judgedRows = 200;
/** The headings are among these, and tell how wide rows are. */
const rowsForWidth = 10;
/** A cell over more lines than this is a quote that was never meant to open. */
const mostLines = 1000;
/** The same in characters. */
const mostQuoted = 1_000_000;

interface ReadRow {
  readonly cells: string[];
  /** Columns whose cell was quoted. */
  readonly quoted: ReadonlySet<number>;
  readonly end: number;
  readonly lines: number;
  readonly faults: ReadonlyMap<number, CellFault>;
}

const noColumns: ReadonlySet<number> = new Set();
const noFaults: ReadonlyMap<number, CellFault> = new Map();

/** End of a line, and the beginning of the next. */
function lineEnd(text: string, from: number): { readonly end: number; readonly next: number } {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  const isPair = text[end] === '\r' && text[end + 1] === '\n';
  return { end, next: Math.min(text.length, end + (isPair ? 2 : 1)) };
}

/** Finds the end of an unquoted cell. */
function plainCell(separator: Separator): RegExp {
  const stop =
    separator.length === 1
      ? separator === '\\'
        ? '\\\\'
        : separator === ']' || separator === '^' || separator === '-'
          ? `\\${separator}`
          : separator
      : '';
  return new RegExp(`[^\\n\\r${stop}]*`, 'y');
}

/** A row whose quoting is in order, which may go over several lines; `null` when it is not. */
function wellFormedRow(text: string, from: number, separator: Separator, plain: RegExp): ReadRow | null {
  const cells: string[] = [];
  let quoted: Set<number> | null = null;
  let at = from;
  let lines = 1;
  for (;;) {
    if (text[at] === '"') {
      let cell = '';
      let start = at + 1;
      for (;;) {
        const quote = text.indexOf('"', start);
        if (quote === -1 || quote - at > mostQuoted) return null;
        cell += text.slice(start, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        start = at + 1;
      }
      const next = text[at];
      if (next !== undefined && next !== '\n' && next !== '\r' && !text.startsWith(separator, at)) return null;
      const breaks = cell.match(/\r\n?|\n/g)?.length ?? 0;
      lines += breaks;
      if (lines > mostLines) return null;
      (quoted ??= new Set()).add(cells.length);
      cells.push(cell);
    } else {
      plain.lastIndex = at;
      let cell = plain.exec(text)?.[0] ?? '';
      if (separator.length > 1 && cell.includes(separator)) cell = cell.slice(0, cell.indexOf(separator));
      at += cell.length;
      cells.push(cell);
    }
    if (separator !== '' && text.startsWith(separator, at)) {
      at += separator.length;
      continue;
    }
    return { cells, quoted: quoted ?? noColumns, end: lineEnd(text, at).next, lines, faults: noFaults };
  }
}

/** One line as spreadsheets read it when its quoting is broken: what follows a closing quote belongs to the cell. */
function brokenLine(text: string, from: number, separator: Separator): ReadRow {
  const { end, next } = lineEnd(text, from);
  const line = text.slice(from, end);
  const cells: string[] = [];
  const faults = new Map<number, CellFault>();
  let at = 0;
  for (;;) {
    const ordinary = separator === '' ? -1 : line.indexOf(separator, at);
    const close = line[at] === '"' ? closingQuote(line, at + 1) : null;
    if (close === null) {
      const stop = ordinary === -1 ? line.length : ordinary;
      const cell = line.slice(at, stop);
      if (line[at] === '"') faults.set(cells.length, 'quoteNotClosed');
      cells.push(cell);
      at = stop;
    } else {
      const after = separator === '' ? -1 : line.indexOf(separator, close + 1);
      const stop = after === -1 ? line.length : after;
      const inside = line.slice(at + 1, close).replaceAll('""', '"');
      const behind = line.slice(close + 1, stop);
      // A word in quotes at the beginning of a cell is part of what was typed.
      cells.push(behind === '' ? inside : `"${inside}"${behind}`);
      at = stop;
    }
    if (separator === '' || !line.startsWith(separator, at) || at >= line.length) break;
    at += separator.length;
  }
  return { cells, quoted: noColumns, end: next, lines: 1, faults };
}

/** The quote that closes a cell within its line; a doubled one is part of it. */
function closingQuote(line: string, from: number): number | null {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] !== '"') continue;
    if (line[at + 1] === '"') at += 1;
    else return at;
  }
  return null;
}

/** Tells whether each line of a row would have as many cells by itself. */
function looksLikeRows(text: string, from: number, row: ReadRow, separator: Separator, width: number): boolean {
  if (row.lines < 2 || separator === '') return false;
  // Where everything is quoted, the program that wrote it meant it.
  if (row.quoted.size === row.cells.length) return false;
  if (row.cells.length !== width && width > 1) return true;
  const lines = text.slice(from, row.end).split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return width > 1 && lines.every((line) => line.split(separator).length === width);
}

function* rowsOf(text: string, separator: Separator, from: number): Generator<ReadRow> {
  const plain = plainCell(separator);
  let at = from;
  let width = 0;
  let seen = 0;
  while (at < text.length) {
    const whole = wellFormedRow(text, at, separator, plain);
    const row =
      whole === null || looksLikeRows(text, at, whole, separator, width) ? brokenLine(text, at, separator) : whole;
    if (seen < rowsForWidth && row.lines === 1 && row.faults.size === 0) width = Math.max(width, row.cells.length);
    seen += 1;
    yield row;
    at = row.end;
  }
}

function isEmptyRow({ cells }: { readonly cells: readonly string[] }): boolean {
  return cells.every((cell) => cell.trim() === '');
}

interface Judged {
  readonly separator: Separator;
  readonly known: number;
  readonly overflow: number;
  readonly width: number;
  readonly isEven: boolean;
}

function judge(text: string, separator: Separator, from: number): Judged {
  const rows: (readonly string[])[] = [];
  for (const row of rowsOf(text, separator, from)) {
    if (!isEmptyRow(row)) rows.push(row.cells);
    if (rows.length >= judgedRows) break;
  }
  let known = 0;
  let width = 0;
  let at = -1;
  rows.slice(0, 10).forEach((cells, index) => {
    const found = headingsIn(cells, null);
    if (found !== null && found.known > known) {
      known = found.known;
      width = cells.length;
      at = index;
    }
  });
  const data = at === -1 ? rows : rows.slice(at + 1);
  const most = at === -1 ? Math.max(1, rows[0]?.length ?? 1) : width;
  const overflow = data.filter((cells) => lengthOf(cells) > most).length / Math.max(1, data.length);
  return {
    separator,
    known,
    overflow,
    width: most,
    isEven: rows.length > 0 && rows.every((cells) => cells.length === most),
  };
}

function lengthOf(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1;
  return length;
}

/**
 * The separator with which known headings appear and no row has more cells than they; without known headings the one with
 * which every row has as many cells. None, where every line is one cell.
 */
export function separatorOf(text: string, from = 0): Separator {
  const judged = candidates.map((separator) => judge(text, separator, from));
  const named = judged
    .filter(({ known }) => known > 0)
    .sort((one, other) => other.known - one.known || one.overflow - other.overflow || other.width - one.width || 0);
  const [best] = named;
  if (best !== undefined) {
    // One column of names with commas in them is one column.
    if (best.width === 1) return '';
    return best.separator;
  }
  const even = judged.filter(({ isEven, width }) => isEven && width > 1).sort((one, other) => other.width - one.width);
  return even[0]?.separator ?? (text.includes('\t') ? '\t' : '');
}

export interface SeparatedText {
  readonly table: GivenTable;
  /** Separator between cells; `null` where every line is one. */
  readonly separator: Separator | null;
}

/** Text of a file or the clipboard as rows. A first line `sep=;` says what separates, and is no row. */
export function readSeparated(given: string, wanted?: Separator): SeparatedText {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const said = /^"?sep=(\t|[^\r\n"]{1,2})"?[ \t]*(?:\r\n|\r|\n|$)/i.exec(text);
  const from = said?.[0].length ?? 0;
  const separator = wanted ?? said?.[1] ?? separatorOf(text, from);
  const rows: GivenRow[] = [];
  let number = said === null ? 0 : 1;
  for (const row of rowsOf(text, separator, from)) {
    number += 1;
    let faults: Map<number, CellFault> | undefined = row.faults.size === 0 ? undefined : new Map(row.faults);
    row.cells.forEach((cell, column) => {
      const fault = faultOf(cell, row.quoted.has(column));
      if (fault !== undefined) (faults ??= new Map()).set(column, fault);
    });
    rows.push({ number, cells: row.cells, ...(faults === undefined ? {} : { faults }) });
  }
  return {
    table: { name: '', rows, merged: 0, isSeparated: true },
    separator: separator === '' ? null : separator,
  };
}
