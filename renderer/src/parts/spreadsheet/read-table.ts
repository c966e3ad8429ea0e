import type { GivenTable } from '#core/sheets/given';
import { readSeparated } from '#core/sheets/separated-text';
import type { PastedRows } from '../../ui/table-clipboard';
import { readHtmlTable } from './read-html-table';

/** More rows than these are a file to import, not something to look through after a paste. */
export const mostRows = 20_000;
/** Characters; twenty thousand rows have hardly ever more than these. */
const mostCharacters = 10_000_000;

export type ReadTable =
  | { readonly ok: true; readonly table: GivenTable }
  | { readonly ok: false; readonly kind: 'empty' }
  | { readonly ok: false; readonly kind: 'tooLong' }
  | { readonly ok: false; readonly kind: 'tooMany'; readonly count: number };

function judged(table: GivenTable): ReadTable {
  const filled = table.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).length;
  if (filled === 0) return { ok: false, kind: 'empty' };
  if (filled > mostRows + 1) return { ok: false, kind: 'tooMany', count: filled };
  return { ok: true, table };
}

/**
 * Rows out of what a spreadsheet puts on the clipboard. Its table of a page is read first, which tells days and texts exactly;
 * else the plain text, where tabs never stand inside of cells that were typed, and commas do.
 */
export function readTable({ text, html }: PastedRows): ReadTable {
  if (text.length > mostCharacters || html.length > mostCharacters * 4) return { ok: false, kind: 'tooLong' };
  const page = html === '' ? null : readHtmlTable(html);
  return judged(page ?? readSeparated(text, text.includes('\t') ? '\t' : undefined).table);
}
