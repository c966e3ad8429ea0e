import { unparse } from 'papaparse';
import { asCell } from '#core/sheets/cells';

/** By what spreadsheets tell UTF-8 from the system's own encoding. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (RFC 4180) for other systems: every cell quoted, so that whoever opens it with any separators ticked still
 * finds each cell whole. A phone number is as it is; only what a spreadsheet could run gets an apostrophe.
 */
export function tableFile(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const csv = unparse(
    rows.map((row) => row.map(asCell)),
    { delimiter: separator, newline: '\r\n', quotes: true },
  );
  return `${byteOrderMark}${csv}\r\n`;
}
