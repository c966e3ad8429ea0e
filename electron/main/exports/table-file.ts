import { unparse } from 'papaparse';

/** By what spreadsheets tell UTF-8 from the system's own encoding. */
const byteOrderMark = '\uFEFF';
/** Beginning of what a spreadsheet would take for a formula, also behind blanks and in full width; such a cell gets an apostrophe in front. */
const formulaStart = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;

/** A table as CSV (RFC 4180) for spreadsheets. */
export function tableFile(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const csv = unparse(
    rows.map((row) => [...row]),
    { delimiter: separator, newline: '\r\n', escapeFormulae: formulaStart },
  );
  return `${byteOrderMark}${csv}\r\n`;
}
