import type { Figures } from '../figures';
import { compareText } from '../../kernel/text';
import { isRestDue, type Sliced } from '../../kernel/slices';
import type { ModelView } from '../model-view';
import { isFreeNumber, valueKey } from '../number-index';
import { tableNames, type Rows, type TableName } from '../rows';
import {
  countNames,
  formatVersion,
  hashText,
  listTables,
  magic,
  rowMembers,
  type Column,
  type FiguresHead,
  type Head,
  type ListName,
  type ListsHead,
  type Section,
  type SectionData,
  type SectionKind,
  type TableHead,
  type TextSections,
} from './format';

type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** Texts that occur in at least so many rows each, on average, are written once. */
const leastRepeats = 4;
const mostFew = 0xffff;
const mostOneByte = 0xff;

/** Sections as they are put one after the other. */
class Sections {
  private readonly parts: SectionData[] = [];
  private end = 0;

  add(data: SectionData): Section {
    const start = this.end;
    this.parts.push(data);
    this.end = aligned(start + data.byteLength);
    return [start, data.length, kindOf(data)];
  }

  texts(texts: readonly string[]): TextSections {
    const starts = new Uint32Array(texts.length + 1);
    let length = 0;
    let fitsOneByte = true;
    texts.forEach((text, index) => {
      starts[index] = length;
      length += text.length;
      for (let at = 0; fitsOneByte && at < text.length; at += 1) fitsOneByte = text.charCodeAt(at) <= mostOneByte;
    });
    starts[texts.length] = length;
    const units = fitsOneByte ? new Uint8Array(length) : new Uint16Array(length);
    texts.forEach((text, index) => {
      const start = starts[index] as number;
      for (let at = 0; at < text.length; at += 1) units[start + at] = text.charCodeAt(at);
    });
    return { starts: this.add(starts), units: this.add(units) };
  }

  bytesBehind(head: Head): Uint8Array {
    const text = asciiJson(head);
    const body = aligned(magic.length + 4 + text.length);
    const bytes = new Uint8Array(body + this.end);
    for (let at = 0; at < magic.length; at += 1) bytes[at] = magic.charCodeAt(at);
    new DataView(bytes.buffer).setUint32(magic.length, text.length, true);
    for (let at = 0; at < text.length; at += 1) bytes[magic.length + 4 + at] = text.charCodeAt(at);
    let start = body;
    for (const part of this.parts) {
      bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), start);
      start = aligned(start + part.byteLength);
    }
    return bytes;
  }
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function kindOf(data: SectionData): SectionKind {
  if (data instanceof Uint8Array) return 'u8';
  if (data instanceof Uint16Array) return 'u16';
  if (data instanceof Uint32Array) return 'u32';
  return data instanceof Int32Array ? 'i32' : 'f64';
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Rows sorted by id, and their numbers. */
interface Sorted<T extends TableName> {
  readonly rows: readonly Rows[T][];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Writes an account as columns (`format.ts`), resting now and then. The same account gives the same bytes. */
export function* writeColumns(model: ModelView): Sliced<Uint8Array> {
  const sections = new Sections();
  const tables = {} as { [T in TableName]: Sorted<T> };
  for (const table of tableNames) tables[table] = sortedRows(model, table) as never;
  const heads = {} as { [T in TableName]: TableHead };
  const of = tableNames.length + 1;
  for (const [done, table] of tableNames.entries()) {
    heads[table] = yield* tableHead(sections, tables, table);
    yield { done, of };
  }
  const { groups, users, seats, numbers, devices } = tables;
  const lists = {} as { [L in ListName]: ListsHead };
  for (const name of Object.keys(listTables) as ListName[]) {
    lists[name] = listsOf(sections, tables, name);
    yield { done: tableNames.length, of };
  }
  const seatByUser = new Int32Array(users.rows.length).fill(-1);
  seats.rows.forEach((seat, index) => {
    if (seat.userId !== null) seatByUser[numberIn(users, seat.userId)] = index;
  });
  const names: string[] = [];
  const days: string[] = [];
  const counts = new Int32Array(groups.rows.length * countNames.length);
  for (const [index, group] of groups.rows.entries()) {
    const count = model.count(group.id);
    countNames.forEach((name, at) => {
      counts[index * countNames.length + at] = count[name];
    });
    if (isRestDue(index)) yield { done: tableNames.length, of };
  }
  const head: Head = {
    format: formatVersion,
    tables: heads,
    children: {
      owners: null,
      ...denseLists(
        sections,
        groups.rows.map(({ id }) => model.children(id).map((child) => numberIn(groups, child))),
      ),
    },
    lists,
    seatByUser: sections.add(seatByUser),
    numbersByValue: hashed(
      sections,
      numbers.rows.map(({ kind, value }) => valueKey(kind, value)),
    ),
    devicesBySerial: hashed(
      sections,
      devices.rows.map(({ serial }) => serial),
    ),
    freeNumbers: freeNumbers(sections, numbers),
    freeSeats: freeSeats(sections, seats),
    ownGroups: sections.add(
      Uint32Array.from(groups.rows.flatMap((group, index) => (group.restriction === 'own' ? [index] : []))),
    ),
    counts: sections.add(counts),
    supplies: yield* figuresOf(sections, groups, (id) => model.supplyOf(id), names, days),
    territories: yield* figuresOf(sections, groups, (id) => model.territoryFigures(id), names, days),
    figureNames: names,
    figureDays: days,
  };
  return sections.bytesBehind(head);
}

function sortedRows<T extends TableName>(model: ModelView, table: T): Sorted<T> {
  const rows = [...model.rows(table)].sort((one, other) => compareText(one.id, other.id));
  return { rows, numbers: new Map(rows.map((row, index) => [row.id, index])) };
}

function numberIn({ numbers }: { readonly numbers: ReadonlyMap<string, number> }, id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`no row ${id}`);
  return number;
}

function* tableHead(
  sections: Sections,
  tables: { readonly [T in TableName]: Sorted<T> },
  table: TableName,
): Sliced<TableHead> {
  const rows = tables[table].rows as readonly unknown[] as readonly AnyRow[];
  const shapes: string[][] = [];
  const shapeByKeys = new Map<string, number>();
  const shapeOf = new Uint16Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const members = Object.keys(row);
    const key = members.join('\n');
    let shape = shapeByKeys.get(key);
    if (shape === undefined) {
      shape = shapes.length;
      shapeByKeys.set(key, shape);
      shapes.push(members);
    }
    shapeOf[index] = shape;
    if (isRestDue(index)) yield { done: 0, of: 1 };
  }
  const columns: { [member: string]: Column } = {};
  for (const member of [...new Set(shapes.flat())].sort(compareText)) {
    if (member === 'id') continue;
    columns[member] = yield* columnOf(sections, tables, member, rows);
  }
  return {
    count: rows.length,
    ids: sections.texts(rows.map(({ id }) => id)),
    columns,
    shapes,
    shapeOf: shapes.length > 1 ? sections.add(shapeOf) : null,
  };
}

function* columnOf(
  sections: Sections,
  tables: { readonly [T in TableName]: Sorted<T> },
  member: string,
  rows: readonly AnyRow[],
): Sliced<Column> {
  const target = rowMembers[member];
  if (target !== undefined) {
    const { numbers } = tables[target];
    const named = rows.map((row) => row[member]);
    if (named.every((value) => value == null || (typeof value === 'string' && numbers.has(value))))
      return {
        kind: 'row',
        table: target,
        of: sections.add(
          Int32Array.from(named, (value) => (value == null ? -1 : (numbers.get(value as string) ?? -1))),
        ),
      };
  }
  const values = new Map<string, number>();
  const first: unknown[] = [];
  const which = new Uint16Array(rows.length);
  let isText = true;
  let isWhole = true;
  let isReal = true;
  const texts: string[] = [];
  for (const [index, row] of rows.entries()) {
    const value = row[member];
    const text = value === undefined ? 'null' : JSON.stringify(value);
    texts.push(text);
    isText &&= typeof value === 'string';
    isReal &&= typeof value === 'number';
    isWhole &&= typeof value === 'number' && (value | 0) === value;
    if (values.size <= mostFew) {
      let at = values.get(text);
      if (at === undefined) {
        at = values.size;
        values.set(text, at);
        first.push(value ?? null);
      }
      which[index] = at;
    }
    if (isRestDue(index)) yield { done: 0, of: 1 };
  }
  if (values.size === 1) return { kind: 'same', value: first[0] };
  if (isWhole) return { kind: 'whole', of: sections.add(Int32Array.from(rows, (row) => row[member] as number)) };
  if (isReal) return { kind: 'real', of: sections.add(Float64Array.from(rows, (row) => row[member] as number)) };
  if (values.size <= mostFew && values.size * leastRepeats <= rows.length)
    return {
      kind: 'few',
      values: first,
      of: sections.add(values.size <= mostOneByte ? Uint8Array.from(which) : which),
    };
  return isText
    ? { kind: 'text', texts: sections.texts(rows.map((row) => row[member] as string)) }
    : { kind: 'json', texts: sections.texts(texts) };
}

function denseLists(
  sections: Sections,
  lists: readonly (readonly number[])[],
): { readonly starts: Section; readonly members: Section } {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] as number) + list.length;
  });
  const members = new Uint32Array(starts[lists.length] as number);
  lists.forEach((list, index) => members.set(list, starts[index]));
  return { starts: sections.add(starts), members: sections.add(members) };
}

function listsOf(sections: Sections, tables: { readonly [T in TableName]: Sorted<T> }, name: ListName): ListsHead {
  const members = new Map<string, number[]>();
  const add = (owner: string, member: number): void => {
    const list = members.get(owner);
    if (list === undefined) members.set(owner, [member]);
    else if (list[list.length - 1] !== member) list.push(member);
  };
  const { table, ofGroups } = listTables[name];
  tables[table].rows.forEach((row, index) => {
    for (const owner of ownersOf(name, row)) add(owner, index);
  });
  if (ofGroups)
    return {
      owners: null,
      ...denseLists(
        sections,
        tables.groups.rows.map(({ id }) => members.get(id) ?? []),
      ),
    };
  const owners = [...members.keys()].sort(compareText);
  return {
    owners: sections.texts(owners),
    ...denseLists(
      sections,
      owners.map((owner) => members.get(owner) ?? []),
    ),
  };
}

/** To whom a row belongs, as `Model` keeps it. */
function ownersOf(name: ListName, row: Rows[TableName]): readonly string[] {
  switch (name) {
    case 'blocksByGroup':
    case 'usersByGroup':
    case 'devicesByGroup':
    case 'menusByGroup':
      return [(row as Rows['blocks' | 'users' | 'devices' | 'menus']).groupId];
    case 'numbersByOwner': {
      const { userId, groupId, menuId } = row as Rows['numbers'];
      const owner = userId ?? groupId ?? menuId;
      return owner === null ? [] : [owner];
    }
    case 'menusByMember': {
      const { users, groups } = row as Rows['menus'];
      return [...users, ...groups];
    }
    case 'administratorsByGroup':
      return (row as Rows['users']).adminOf;
    case 'usersByRole':
      return [(row as Rows['users']).roleId];
  }
}

/** An open hash table that is at most half full. */
function hashed(sections: Sections, keys: readonly string[]): Section {
  let size = 1;
  while (size < keys.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  keys.forEach((key, index) => {
    let slot = hashText(key) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  });
  return sections.add(slots);
}

function freeNumbers(sections: Sections, numbers: Sorted<'numbers'>): { readonly [kind: string]: Section } {
  const free = new Map<string, number[]>();
  numbers.rows.forEach((number, index) => {
    if (!isFreeNumber(number)) return;
    const list = free.get(number.kind);
    if (list === undefined) free.set(number.kind, [index]);
    else list.push(index);
  });
  const valueOf = (index: number): string => numbers.rows[index]?.value ?? '';
  return sectionsByKey(sections, free, (one, other) => compareText(valueOf(one), valueOf(other)));
}

function freeSeats(sections: Sections, seats: Sorted<'seats'>): { readonly [key: string]: Section } {
  const free = new Map<string, number[]>();
  seats.rows.forEach(({ poolId, typeId }, index) => {
    if (poolId === null) return;
    const key = `${poolId}/${typeId}`;
    const list = free.get(key);
    if (list === undefined) free.set(key, [index]);
    else list.push(index);
  });
  const ageOf = (index: number): number => seats.rows[index]?.age ?? 0;
  return sectionsByKey(sections, free, (one, other) => ageOf(one) - ageOf(other));
}

function sectionsByKey(
  sections: Sections,
  lists: ReadonlyMap<string, number[]>,
  order: (one: number, other: number) => number,
): { readonly [key: string]: Section } {
  return Object.fromEntries(
    [...lists.keys()]
      .sort(compareText)
      .map((key) => [key, sections.add(Uint32Array.from([...(lists.get(key) ?? [])].sort(order)))]),
  );
}

function* figuresOf(
  sections: Sections,
  groups: Sorted<'groups'>,
  figuresOfGroup: (id: string) => Figures,
  names: string[],
  days: string[],
): Sliced<FiguresHead> {
  const nameNumbers = new Map(names.map((name, index) => [name, index]));
  const dayNumbers = new Map(days.map((day, index) => [day, index]));
  const numberOf = (known: Map<string, number>, list: string[], text: string): number => {
    const number = known.get(text) ?? list.push(text) - 1;
    known.set(text, number);
    return number;
  };
  const starts = new Uint32Array(groups.rows.length + 1);
  const name: number[] = [];
  const day: number[] = [];
  const amount: number[] = [];
  for (const [index, group] of groups.rows.entries()) {
    const entries = [...figuresOfGroup(group.id).entries()].sort(([one], [other]) => compareText(one, other));
    for (const [figure, timeline] of entries)
      for (const [on, change] of [...timeline].sort(([one], [other]) => compareText(one, other))) {
        name.push(numberOf(nameNumbers, names, figure));
        day.push(numberOf(dayNumbers, days, on));
        amount.push(change);
      }
    starts[index + 1] = name.length;
    if (isRestDue(index)) yield { done: tableNames.length, of: tableNames.length + 1 };
  }
  return {
    starts: sections.add(starts),
    name: sections.add(Uint16Array.from(name)),
    day: sections.add(Uint32Array.from(day)),
    amount: sections.add(Float64Array.from(amount)),
  };
}
