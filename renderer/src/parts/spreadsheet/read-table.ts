import Papa from 'papaparse';

/** More rows than these are a file to import in parts, not something to look through in a dialog. */
export const mostRows = 20_000;
/** Characters; twenty thousand rows have hardly ever more than these. */
const mostCharacters = 10_000_000;

export type ReadTable =
  | { readonly ok: true; readonly table: readonly (readonly string[])[] }
  | { readonly ok: false; readonly kind: 'empty' }
  | { readonly ok: false; readonly kind: 'tooLong' }
  | { readonly ok: false; readonly kind: 'tooMany'; readonly count: number };

/** Rows out of what a spreadsheet puts on the clipboard: tabs between cells, or commas or semicolons as in a file. */
export function readTable(text: string): ReadTable {
  if (text.length > mostCharacters) return { ok: false, kind: 'tooLong' };
  // Tabs never stand inside of cells that were typed; commas do.
  const { data } = Papa.parse<string[]>(text, { delimiter: text.includes('\t') ? '\t' : '', skipEmptyLines: 'greedy' });
  if (data.length === 0) return { ok: false, kind: 'empty' };
  if (data.length > mostRows + 1) return { ok: false, kind: 'tooMany', count: data.length };
  return { ok: true, table: data };
}
