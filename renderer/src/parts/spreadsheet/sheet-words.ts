import { licenseTypeIds } from '#core/model/vocabulary';
import { baseRoles } from '#core/rules/roles';
import type { ColumnNames } from '#core/sheets/columns';
import { sheetFields, type SheetField, type SheetKind, type SheetWords, type WordFor } from '#core/sheets/sheet';
import type { RowsInMemory } from '../../data/session';
import { catalogues, type Catalogue, type TextKey } from '../../text/text';

/** A sheet may come from somebody who works in another language than the reader, so all of them are read. */
const languages: readonly Catalogue[] = Object.values(catalogues);

function split(words: string): readonly string[] {
  return words.split('|').map((word) => word.trim());
}

function inEveryLanguage(key: TextKey): readonly string[] {
  return languages.flatMap((catalogue) => split(catalogue[key]));
}

function wordsFor<V extends string>(values: readonly V[], key: (value: V) => TextKey): readonly WordFor<V>[] {
  return values.flatMap((value) => inEveryLanguage(key(value)).map((word) => ({ word, value })));
}

/** What the columns of a sheet may be called. */
export function columnNamesOf(kind: SheetKind): ColumnNames {
  const fields: readonly SheetField[] = sheetFields[kind];
  return Object.fromEntries(fields.map((field) => [field, inEveryLanguage(`sheet.names.${field}`)]));
}

/** The usual name of a field. */
export function fieldKey(field: SheetField): TextKey {
  return `sheet.names.${field}`;
}

export function firstName(names: string): string {
  return split(names)[0] ?? names;
}

/** How the values of cells may be written, roles of this account included. */
export function sheetWordsOf(rows: Pick<RowsInMemory, 'rows'>): SheetWords {
  return {
    roles: [
      ...wordsFor(baseRoles, (role) => `role.${role}`),
      ...[...rows.rows('roles')].map((role) => ({ word: role.name, value: role.id })),
    ],
    lifecycles: wordsFor(['planned', 'invited', 'active', 'archived'] as const, (state) => `lifecycle.${state}`),
    licenses: wordsFor(licenseTypeIds, (typeId) => `type.${typeId}`),
    kinds: wordsFor(['landline', 'mobile', 'sip'] as const, (kind) => `numberKind.${kind}`),
    nothing: inEveryLanguage('sheet.nothing').map((word) => ({ word, value: '' })),
  };
}
