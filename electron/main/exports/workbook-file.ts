import { writeXlsx, type CellValue, type WriteSheet } from 'hucre';
import type { ColumnContent, WorkbookTable } from '#core/sheets/written-tables';

const narrowest = 8;
const widest = 60;
/** Rows by which the width of a column is judged. */
const judgedRows = 2000;
/** The longest name that a spreadsheet gives a sheet, and what it may not hold. */
const longestName = 31;
const notInNames = /[[\]:*?/\\\p{Cc}]/gu;

/** An underscore before which a workbook's readers would take the letters behind it for one character. */
const startsEscape = /_(?=x[\dA-Fa-f]{4}_)/g;

/** The text as it stands in a workbook's file, so that `_x0041_` is not read as A: the writer leaves it as it is. */
function written(text: string): string {
  return text.replace(startsEscape, '_x005F_');
}

function cellOf(text: string, content: ColumnContent): CellValue {
  if (text === '') return null;
  if (content === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return new Date(`${text}T00:00:00.000Z`);
  if (content === 'number' && /^\d{1,15}$/.test(text)) return Number(text);
  return written(text);
}

function sheetNames(tables: readonly WorkbookTable[]): readonly string[] {
  const taken = new Set<string>();
  return tables.map(({ name }, index) => {
    const plain = name
      .replace(notInNames, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, longestName);
    const own =
      plain === '' || taken.has(plain.toLowerCase())
        ? `${plain.slice(0, longestName - 4)} ${String(index + 1)}`.trim()
        : plain;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** Tables as a workbook for people: texts are text, days are days, the headings stay in sight, and columns are as wide as their cells. */
export async function workbookFile(tables: readonly WorkbookTable[]): Promise<Uint8Array> {
  const names = sheetNames(tables);
  const sheets = tables.map(({ contents, rows }, index): WriteSheet => {
    const [headings = [], ...data] = rows;
    const cells: NonNullable<WriteSheet['cells']> = new Map(
      headings.map((value, column) => [
        `0,${String(column)}`,
        { value: written(value), style: { font: { bold: true }, numFmt: '@' } },
      ]),
    );
    return {
      name: names[index] ?? `${String(index + 1)}`,
      columns: contents.map((content, column) => ({
        width: Math.min(
          widest,
          Math.max(narrowest, ...rows.slice(0, judgedRows).map((row) => (row[column] ?? '').length + 2)),
        ),
        style: { numFmt: content === 'day' ? 'yyyy-mm-dd' : content === 'number' ? '0' : '@' },
      })),
      rows: [
        headings.map(written),
        ...data.map((row) => row.map((text, column) => cellOf(text, contents[column] ?? 'text'))),
      ],
      cells,
      freezePane: { rows: 1 },
    };
  });
  return writeXlsx({ sheets });
}
