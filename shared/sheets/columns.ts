import { normaliseText } from '../kernel/text';
import { keyFields, sheetFields, type Sheet, type SheetField, type SheetKind } from './sheet';

/** What columns are called, in every language. */
export type ColumnNames = { readonly [F in SheetField]?: readonly string[] };

function nameKey(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/**
 * Which column is which field. A first row that names columns is taken as that, in any order and language; without one the columns
 * stand as `order` says, which is how the table shows them. Blank rows are left out.
 */
export function readSheet(
  table: readonly (readonly string[])[],
  kind: SheetKind,
  names: ColumnNames,
  order: readonly (SheetField | null)[],
): Sheet {
  const fields: readonly SheetField[] = sheetFields[kind];
  const fieldByName = new Map(
    fields.flatMap((field) => [field, ...(names[field] ?? [])].map((name) => [nameKey(name), field] as const)),
  );
  const rows = table.filter((row) => !isBlank(row));
  const first = rows[0] ?? [];
  const seen = new Set<SheetField>();
  const named = first.map((cell) => {
    const field = fieldByName.get(nameKey(cell)) ?? null;
    if (field === null || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
  const filled = first.filter((cell) => cell.trim() !== '').length;
  const isNames = seen.size > 0 && (seen.has(keyFields[kind]) || seen.size > 1 || seen.size === filled);
  if (isNames) return { columns: named, headings: first, rows: rows.slice(1) };
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { columns: Array.from({ length: width }, (_, index) => order[index] ?? null), headings: [], rows };
}

/** The same sheet with one cell written anew. A field without a column gets one. */
export function mendCell(sheet: Sheet, row: number, field: SheetField, cell: string): Sheet {
  const known = sheet.columns.indexOf(field);
  const column = known === -1 ? sheet.columns.length : known;
  return {
    ...sheet,
    columns: known === -1 ? [...sheet.columns, field] : sheet.columns,
    headings: known === -1 && sheet.headings.length > 0 ? [...sheet.headings, field] : sheet.headings,
    rows: sheet.rows.map((cells, index) =>
      index === row
        ? Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) =>
            at === column ? cell : (cells[at] ?? ''),
          )
        : cells,
    ),
  };
}
