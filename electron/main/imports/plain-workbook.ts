import { zipSync, type Zippable } from 'fflate';
import { readXlsx, type CellValue, type Sheet } from 'hucre';
import { mostColumns, mostRows } from '#core/sheets/given';
import { formatsByStyle } from './shown-numbers';

/**
 * The cells of workbooks in which they are written as nearly every program writes them: texts, plain numbers and truth values, each
 * at its place. The library reads any cell there may be, a character at a time; such ones are found by one pattern in a fraction of
 * that time. Everything around the cells is still read by the library, from the same parts without their cells; and where a single
 * cell is anything else (a formula, a day, an error, a look of its own), it reads all of them.
 */

const workbookPart = 'xl/workbook.xml';
const stringsPart = 'xl/sharedStrings.xml';
const stylesPart = 'xl/styles.xml';
const sheetPart = /^xl\/worksheets\/[\w.-]+\.xml$/;
/** Parts of a workbook that say which sheets it has; the rest is pictures, notes and other things that are no cells. */
const structure: readonly string[] = ['[Content_Types].xml', '_rels/.rels', workbookPart, 'xl/_rels/workbook.xml.rels'];
/** Formats by which a number looks as it is: none, and text. */
const noFormats: ReadonlySet<number> = new Set([0, 49]);

const rowStart = /\s*<row r="(\d{1,7})"((?: [\w:]+="[^"<]*")*)\s*(\/)?>/y;
const cell =
  /\s*<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d+)")?(?: t="(\w+)")?(?: s="(\d+)")?\s*(?:\/>|>(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>|)<\/c>)/y;
const rowEnd = /\s*<\/row>/y;
const cellsEnd = /\s*$/y;
const sharedText = /\s*<si>\s*<t(?: xml:space="preserve")?(?:\/>|>([^<]*)<\/t>)\s*<\/si>/y;
const isHiddenRow = / hidden="(?:1|true)"/;

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it stands in XML, and as spreadsheets write characters that XML does not have. */
function textIn(written: string): string {
  let text = written;
  if (text.includes('&'))
    text = text.replace(
      /&(?:#x([0-9a-fA-F]+)|#(\d+)|([a-zA-Z]+));/g,
      (whole, hexadecimal?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? whole;
        const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
      },
    );
  if (text.includes('_x'))
    text = text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return text;
}

function sharedTexts(xml: string): readonly string[] | null {
  const opening = /<sst(?: [^<>]*)?>/.exec(xml);
  const end = xml.lastIndexOf('</sst>');
  if (opening === null || end === -1 || opening[0].endsWith('/>')) return null;
  const texts: string[] = [];
  sharedText.lastIndex = opening.index + opening[0].length;
  for (;;) {
    const at = sharedText.lastIndex;
    const found = sharedText.exec(xml);
    if (found === null) return xml.slice(at, end).trim() === '' ? texts : null;
    texts.push(textIn(found[1] ?? ''));
  }
}

interface PlainCells {
  readonly rows: CellValue[][];
  /** Rows that nobody sees, by their index. */
  readonly hidden: readonly number[];
}

/** The column that letters name, from 0. */
function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** Value of a cell; undefined where the library has to say what it is. */
function valueOf(
  type: string | undefined,
  value: string | undefined,
  inline: string | undefined,
  isUnformatted: boolean,
  texts: readonly string[],
): CellValue | undefined {
  switch (type) {
    case 's':
      return value === undefined || !/^\d+$/.test(value) ? undefined : texts[Number(value)];
    case 'inlineStr':
      return inline === undefined ? undefined : textIn(inline);
    case 'str':
      return inline === undefined ? textIn(value ?? '') : undefined;
    case 'b':
      return value === '1' ? true : value === '0' ? false : undefined;
    case 'n':
    case undefined: {
      if (inline !== undefined) return undefined;
      if (value === undefined || value === '') return null;
      const number = Number(value);
      return isUnformatted && /^[-\d]/.test(value) && !Number.isNaN(number) ? number : undefined;
    }
    default:
      return undefined;
  }
}

function plainCells(
  cells: string,
  texts: readonly string[],
  isUnformatted: (style: string) => boolean,
): PlainCells | null {
  const rows: CellValue[][] = [];
  const hidden: number[] = [];
  let at = 0;
  let above = 0;
  for (;;) {
    rowStart.lastIndex = at;
    const row = rowStart.exec(cells);
    if (row === null) break;
    const number = Number(row[1]);
    if (number <= above || number > mostRows) return null;
    above = number;
    if (isHiddenRow.test(row[2] ?? '')) hidden.push(number - 1);
    at = rowStart.lastIndex;
    if (row[3] !== undefined) continue;
    const values: CellValue[] = [];
    for (;;) {
      cell.lastIndex = at;
      const found = cell.exec(cells);
      if (found === null) break;
      at = cell.lastIndex;
      const column = columnOf(found[1] ?? '');
      if (found[2] !== row[1] || column < values.length || column >= mostColumns) return null;
      const style = found[3] ?? found[5];
      const value = valueOf(found[4], found[6], found[7], style === undefined || isUnformatted(style), texts);
      if (value === undefined) return null;
      while (values.length < column) values.push(null);
      values.push(value);
    }
    rowEnd.lastIndex = at;
    if (rowEnd.exec(cells) === null) return null;
    at = rowEnd.lastIndex;
    if (values.length === 0) continue;
    while (rows.length < number - 1) rows.push([]);
    rows.push(values);
  }
  cellsEnd.lastIndex = at;
  return cellsEnd.test(cells) ? { rows, hidden } : null;
}

/** Where the cells of a sheet stand in its part; `null` where they do not stand there just once. */
function placeOfCells(xml: string): { readonly start: number; readonly end: number; readonly cells: string } | null {
  const [open, none, close] = ['<sheetData>', '<sheetData/>', '</sheetData>'];
  const [start, empty, end] = [xml.indexOf(open), xml.indexOf(none), xml.lastIndexOf(close)];
  if (start === -1 && empty !== -1) return { start: empty, end: empty + none.length, cells: '' };
  if (start === -1 || empty !== -1 || end < start || xml.includes(open, start + 1)) return null;
  return { start, end: end + close.length, cells: xml.slice(start + open.length, end) };
}

/** A part without its cells, and with its own name as the only one: so it is known again when the library has read it. */
function marked(name: string): string {
  return `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${name}</t></is></c></row></sheetData>`;
}

/** The sheets of a workbook by its parts; `null` where its cells are not all plain ones. */
export async function readPlainWorkbook(parts: ReadonlyMap<string, Uint8Array>): Promise<readonly Sheet[] | null> {
  const names = [...parts.keys()];
  const isElsewhere = (part: string, kind: RegExp): boolean => names.some((name) => kind.test(name) && name !== part);
  if (structure.some((name) => !parts.has(name))) return null;
  if (isElsewhere(stringsPart, /sharedStrings/i) || isElsewhere(stylesPart, /styles/i)) return null;
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const textOf = (name: string): string => decoder.decode(parts.get(name));
  const texts = parts.has(stringsPart) ? sharedTexts(textOf(stringsPart)) : [];
  if (texts === null) return null;
  const formats = parts.has(stylesPart) ? formatsByStyle(textOf(stylesPart)) : [];
  if (formats === null) return null;
  const isUnformatted = (style: string): boolean => noFormats.has(formats[Number(style)] ?? -1);
  const around: Zippable = {};
  for (const name of [...structure, ...(parts.has(stylesPart) ? [stylesPart] : [])])
    around[name] = parts.get(name) ?? new Uint8Array();
  const cellsOf = new Map<string, PlainCells>();
  for (const name of names.filter((one) => sheetPart.test(one))) {
    const xml = textOf(name);
    const place = placeOfCells(xml);
    const cells = place === null ? null : plainCells(place.cells, texts, isUnformatted);
    if (place === null || cells === null) return null;
    cellsOf.set(name, cells);
    around[name] = encoder.encode(`${xml.slice(0, place.start)}${marked(name)}${xml.slice(place.end)}`);
  }
  const { sheets } = await readXlsx(zipSync(around, { level: 0 }));
  const filled: Sheet[] = [];
  for (const sheet of sheets) {
    const cells = cellsOf.get(String(sheet.rows[0]?.[0]));
    if (cells === undefined || (sheet.cells?.size ?? 0) > 0) return null;
    const rowDefs = new Map(cells.hidden.map((index) => [index, { hidden: true }]));
    filled.push({ ...sheet, rows: cells.rows, rowDefs });
  }
  return filled;
}
