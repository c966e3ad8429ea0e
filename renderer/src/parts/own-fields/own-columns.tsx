import type { FieldRow, FieldValues } from '#core/model/rows';
import type { TextWriter } from '../../text/text';
import type { TableColumn } from '../../ui/table-column';

/** Something that may have values in fields of one's own. */
export interface WithOwnValues {
  readonly fields?: FieldValues | undefined;
}

/** A value as it is read: days as the language writes them. */
export function ownValueWords(field: FieldRow, value: string | number | undefined, writer: TextWriter): string {
  if (value === undefined) return '';
  if (field.kind === 'day') return writer.day(String(value));
  return typeof value === 'number' ? writer.number(value) : value;
}

/** All values of a thing, by which a filter finds it. */
export function ownWords(thing: WithOwnValues, fields: readonly FieldRow[], writer: TextWriter): string {
  return thing.fields === undefined
    ? ''
    : fields.map((field) => ownValueWords(field, thing.fields?.[field.id], writer)).join(' ');
}

/** A column for each field of one's own; days and numbers are copied and exported as they are stored. */
export function ownColumns<Row>(
  fields: readonly FieldRow[],
  valuesOf: (row: Row) => FieldValues | undefined,
  writer: TextWriter,
): readonly TableColumn<Row>[] {
  return fields.map((field) => {
    const read = (row: Row): string | number | undefined => valuesOf(row)?.[field.id];
    return {
      id: `own.${field.id}`,
      name: field.name,
      width: 7,
      grows: field.kind === 'text' || field.kind === 'choice' ? 0.5 : undefined,
      align: field.kind === 'number' ? 'end' : 'start',
      sortBy: (row) => read(row) ?? null,
      textOf: (row) => String(read(row) ?? ''),
      cell: (row) => <span className="selectable">{ownValueWords(field, read(row), writer)}</span>,
    };
  });
}
