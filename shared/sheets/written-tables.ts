import type { Language } from '../kernel/language';
import { sheetKinds, writtenFields, type SheetField, type SheetKind } from './fields';
import { ownFieldsOf } from './own-fields';
import type { SheetRows } from './sheet';
import { tableNameIn } from './words';
import { writtenTable } from './written';

/** Kind of the cells of a column. Everything that is not counted or a day is text, so that no spreadsheet makes a number of it. */
export type ColumnContent = 'text' | 'day' | 'number';

/** A sheet of a workbook: its first row names the columns. */
export interface WorkbookTable {
  readonly name: string;
  readonly contents: readonly ColumnContent[];
  readonly rows: readonly (readonly string[])[];
}

const contents: { readonly [F in SheetField]?: ColumnContent } = {
  quantity: 'number',
  validFrom: 'day',
  validUntil: 'day',
};

/** Tables of a place for a workbook: one a kind of thing. */
export function writtenTables(
  rows: SheetRows,
  groupId: string,
  kinds: readonly SheetKind[] = sheetKinds,
  language: Language = 'en',
): readonly (WorkbookTable & { readonly kind: SheetKind })[] {
  return kinds.map((kind) => ({
    kind,
    name: tableNameIn(language, kind),
    contents: [
      ...writtenFields[kind].map((field) => contents[field] ?? 'text'),
      ...ownFieldsOf(rows, kind).map(({ kind: holds }) => (holds === 'choice' ? 'text' : holds)),
    ],
    rows: writtenTable(rows, groupId, kind, language),
  }));
}
