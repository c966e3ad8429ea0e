import { withoutReferences } from '../kernel/xml-text';
import type { SheetField } from './fields';
import type { GivenRow, GivenTable } from './given';
import { headingKey } from './presets';
import type { Sheet } from './sheet';

/**
 * Group addresses as ETS writes them. Main groups and the ranges in them become floors and rooms; the addresses
 * themselves are nothing that people or licenses lie in, and are left out.
 */

/** Level of an address: `1/-/-` is a main group, `1/2/-` a range in it; `null` is a group address. */
function levelOf(address: string): number | null {
  const parts = address.trim().split('/');
  const open = parts.findIndex((part) => part.trim() === '-' || part.trim() === '');
  return open <= 0 ? null : open;
}

/** The same sheet with the names of the levels in every row, which ETS writes only once. */
export function etsTable(sheet: Sheet): Sheet {
  const addressAt = sheet.headings.findIndex((heading) => headingKey(heading) === 'address');
  const nameAt = sheet.columns.indexOf('name');
  const levelAt = (['level1', 'level2', 'level3'] as const).map((field) => sheet.columns.indexOf(field));
  const width = sheet.headings.length;
  const above: string[] = [];
  const rows: GivenRow[] = [];
  const leftOut = [...sheet.leftOut];
  for (const row of sheet.rows) {
    const cell = (column: number): string => (column < 0 ? '' : (row.cells[column] ?? '').trim());
    const written = levelAt.map(cell);
    const deepest = written.map((name) => name !== '').lastIndexOf(true);
    const level = addressAt < 0 ? (deepest === 2 ? null : deepest + 1) : levelOf(cell(addressAt));
    if (level === null || level < 1 || level > 2) {
      leftOut.push({ row: row.number, reason: 'groupAddress' });
      continue;
    }
    const name = nameAt < 0 ? (written[level - 1] ?? '') : cell(nameAt);
    above.length = Math.min(above.length, level - 1);
    // A range without its main group in the file stands for itself.
    while (above.length < level - 1) above.push(written[above.length] ?? '');
    above.push(name);
    const cells = Array.from({ length: width }, (_, column) => row.cells[column] ?? '');
    levelAt.forEach((column, index) => {
      if (column >= 0) cells[column] = above[index] ?? '';
    });
    if (nameAt >= 0) cells.push(...[0, 1].map((index) => above[index] ?? ''));
    rows.push({ ...row, cells });
  }
  const columns: readonly (SheetField | null)[] =
    nameAt < 0
      ? sheet.columns
      : [...Array.from({ length: width }, (_, column) => sheet.columns[column] ?? null), 'level1', 'level2'];
  return { ...sheet, columns, rows, leftOut };
}

const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(attribute)].map(([, name = '', one, two]) => [name, withoutReferences(one ?? two ?? '')]),
  );
}

/** Tells whether a text is an export of group addresses as XML. */
export function isEtsXml(text: string): boolean {
  return /<(?:\w+:)?GroupAddress-Export[\s>]/.test(text.slice(0, 4096));
}

/** An XML export as the table that the CSV export would be. Rows count the elements. */
export function etsXmlTable(text: string): GivenTable {
  const rows: GivenRow[] = [{ number: 0, cells: ['Main', 'Middle', 'Sub', 'Address', 'Description'] }];
  const names: string[] = [];
  let number = 0;
  for (const [, closes, name = '', given = '', isEmpty] of text.replace(/<!--[^]*?-->/g, '').matchAll(tag)) {
    const local = name.slice(name.indexOf(':') + 1);
    if (local !== 'GroupRange' && local !== 'GroupAddress') continue;
    if (closes === '/') {
      if (local === 'GroupRange') names.pop();
      continue;
    }
    number += 1;
    const attributes = attributesOf(given);
    const own = attributes.get('Name') ?? '';
    const isRange = local === 'GroupRange';
    const depth = names.length;
    const cells = [
      isRange && depth === 0 ? own : (names[0] ?? ''),
      isRange && depth === 1 ? own : (names[1] ?? ''),
      isRange ? '' : own,
      isRange ? (depth === 0 ? '0/-/-' : depth === 1 ? '0/0/-' : '0/0/0') : (attributes.get('Address') ?? '0/0/0'),
      attributes.get('Description') ?? '',
    ];
    rows.push({ number, cells });
    if (isRange && isEmpty !== '/') names.push(own);
  }
  return { name: '', rows, merged: 0, isSeparated: false };
}
