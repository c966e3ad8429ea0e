import { sheetKinds, writtenFields, type SheetField, type SheetKind } from '#core/sheets/fields';
import { ownFieldsOf } from '#core/sheets/own-fields';
import type { SheetRows } from '#core/sheets/sheet';
import { tableNameIn, type TableLanguage } from '#core/sheets/words';
import { writtenTable } from '#core/sheets/written';
import type { ColumnContent, WorkbookTable } from './workbook-file';

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
  language: TableLanguage = 'en',
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
