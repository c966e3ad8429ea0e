import type { FieldRow, FieldValues } from '../model/rows';
import { dayOf, folded, saysNothing } from './cells';
import { isOwnSheetField, type OwnSheetField, type SheetKind } from './fields';
import { headingKey } from './presets';
import type { CellProblem, Cells, ColumnAnswers, SheetCall, SheetContext, SheetRows } from './sheet';

/** Kinds of sheets by what fields of one's own are on. */
const kindOfThings = { user: 'people', group: 'groups', number: 'numbers', device: 'devices' } as const;
const tableOfKind = { people: 'users', groups: 'groups', numbers: 'numbers', devices: 'devices' } as const;

/** Fields of one's own by the headings that name them, as headings are compared. */
export type OwnHeadings = { readonly [K in SheetKind]?: ReadonlyMap<string, OwnSheetField> };

export function ownSheetField({ id }: FieldRow): OwnSheetField {
  return `own.${id}`;
}

/** The fields of one's own that a sheet of a kind may have, in the order in which they were made. */
export function ownFieldsOf(rows: Pick<SheetRows, 'rows'>, kind: SheetKind): readonly FieldRow[] {
  return [...rows.rows('fields')].filter(({ on }) => kindOfThings[on] === kind);
}

export function ownHeadings(rows: Pick<SheetRows, 'rows'>): OwnHeadings {
  const headings: { [K in SheetKind]?: Map<string, OwnSheetField> } = {};
  for (const field of rows.rows('fields')) {
    const known = (headings[kindOfThings[field.on]] ??= new Map());
    if (!known.has(headingKey(field.name))) known.set(headingKey(field.name), ownSheetField(field));
  }
  return headings;
}

/** The values that a thing has in fields of one's own. */
export function ownValuesOf(rows: Pick<SheetRows, 'row'>, kind: SheetKind, thing: string): FieldValues | undefined {
  return kind === 'allocations' ? undefined : rows.row(tableOfKind[kind], thing)?.fields;
}

/** Value of a thing in a field of one's own, as a table writes it: as it is stored. */
export function writtenOwnValue(
  rows: Pick<SheetRows, 'row'>,
  kind: SheetKind,
  thing: string,
  field: OwnSheetField,
): string {
  return String(ownValuesOf(rows, kind, thing)?.[idOf(field)] ?? '');
}

function idOf(field: OwnSheetField): string {
  return field.slice('own.'.length);
}

/** A number as people write it; `null` where it is none, or where a sign may stand for thousands or for the point. */
function numberOf(cell: string): number | null {
  const [, whole = '', part] = /^([+-]?\d{1,15})(?:[.,](\d{1,6}))?$/.exec(cell) ?? [];
  if (whole === '' || part?.length === 3) return null;
  return Number(part === undefined ? whole : `${whole}.${part}`);
}

function valueIn(
  field: FieldRow,
  cell: string,
  context: SheetContext,
  answers: ColumnAnswers,
): { readonly value: string | number | null } | { readonly problem: CellProblem } {
  const of = ownSheetField(field);
  if (field.kind !== 'choice' && saysNothing(cell, context)) return { value: null };
  switch (field.kind) {
    case 'text':
      return { value: cell };
    case 'number': {
      const value = numberOf(cell);
      return value === null ? { problem: { kind: 'notANumber', field: of, typed: cell } } : { value };
    }
    case 'day': {
      const value = dayOf(cell, answers.dayOrder);
      if (value === 'ambiguous') return { problem: { kind: 'ambiguousDay', field: of, typed: cell } };
      return value === null ? { problem: { kind: 'notADay', field: of, typed: cell } } : { value };
    }
    case 'choice': {
      const value = field.choices.find((choice) => folded(choice) === folded(cell));
      if (value !== undefined) return { value };
      return saysNothing(cell, context)
        ? { value: null }
        : { problem: { kind: 'unknownWord', field: of, typed: cell } };
    }
  }
}

function updateOf(kind: SheetKind, id: string, change: OwnChange): SheetCall {
  switch (kind) {
    case 'people':
      return { do: 'user.update', args: { userId: id, ...change } };
    case 'groups':
      return { do: 'group.update', args: { groupId: id, ...change } };
    case 'numbers':
      return { do: 'number.update', args: { numberId: id, ...change } };
    default:
      return { do: 'device.update', args: { deviceId: id, ...change } };
  }
}

interface OwnChange {
  readonly set: { readonly fields: { [fieldId: string]: string | number | null } };
  readonly was?: { readonly fields: FieldValues | null };
}

/** Wish of a row for fields of one's own. */
export interface OwnWish {
  readonly changed: readonly OwnSheetField[];
  readonly problems: readonly CellProblem[];
  readonly calls: readonly SheetCall[];
}

/** The wish of a row without fields of one's own. */
export const nothingOwn: OwnWish = { changed: [], problems: [], calls: [] };

/** Wish of a row for the fields of one's own; `thing` is what it is about, `madeId` the id of what it would make. */
export function ownWish(
  cells: Cells,
  kind: SheetKind,
  thing: string | null,
  madeId: () => string,
  context: SheetContext,
  answers: ColumnAnswers,
): OwnWish {
  const own = Object.keys(cells).filter(isOwnSheetField);
  if (own.length === 0) return nothingOwn;
  const before = thing === null ? undefined : ownValuesOf(context.rows, kind, thing);
  const changed: OwnSheetField[] = [];
  const problems: CellProblem[] = [];
  const fields: { [fieldId: string]: string | number | null } = {};
  for (const name of own) {
    const field = context.rows.row('fields', idOf(name));
    const cell = cells[name];
    if (field === undefined || cell === undefined) continue;
    if (thing !== null && folded(cell) === folded(context.written(thing, name))) continue;
    const read = valueIn(field, cell, context, answers);
    if ('problem' in read) problems.push(read.problem);
    else if (read.value !== (before?.[field.id] ?? null)) {
      changed.push(name);
      fields[field.id] = read.value;
    }
  }
  if (changed.length === 0) return { ...nothingOwn, problems };
  const change = { set: { fields }, ...(thing === null ? {} : { was: { fields: before ?? null } }) };
  return { changed: thing === null ? [] : changed, problems, calls: [updateOf(kind, thing ?? madeId(), change)] };
}
