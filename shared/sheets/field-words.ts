import { sheetFields, type SheetField, type SheetKind } from './fields';
import { headingKey } from './presets';
import { headingsOf } from './words';

const indexes = new Map<SheetKind, ReadonlyMap<string, SheetField>>();

/** Names that columns of a kind may have, by what headings are compared by. The first of two fields with one name counts. */
export function fieldWords(kind: SheetKind): ReadonlyMap<string, SheetField> {
  const known = indexes.get(kind);
  if (known !== undefined) return known;
  const index = new Map<string, SheetField>();
  const fields: readonly SheetField[] = sheetFields[kind];
  // A field's own name goes before a word for another one.
  for (const [field, word] of [
    ...fields.map((field) => [field, field] as const),
    ...fields.flatMap((field) => headingsOf(field).map((heading) => [field, heading] as const)),
  ])
    if (!index.has(headingKey(word))) index.set(headingKey(word), field);
  indexes.set(kind, index);
  return index;
}
