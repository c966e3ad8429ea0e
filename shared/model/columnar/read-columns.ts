import BTree from 'sorted-btree';
import { compareText } from '../../kernel/text';
import { Figures, type FigureName } from '../figures';
import type { SubtreeCount } from '../group-figures';
import type { Ids } from '../id-index';
import type { ReadableMap } from '../layers';
import type { ModelParts } from '../model-view';
import { valueKey } from '../number-index';
import { isKeyed, tableNames, type Age, type NumberKind, type Rows, type TableName } from '../rows';
import { SectionReader, textOf, type Texts } from './sections';
import {
  countNames,
  formatVersion,
  hashText,
  listTables,
  magic,
  type Column,
  type FiguresHead,
  type HashHead,
  type Head,
  type ListName,
  type ListsHead,
  type Section,
  type SectionData,
  type TableHead,
} from './format';

/** Why bytes are no checkpoint that this build can read. */
export type ColumnsProblem = 'no-checkpoint' | 'other-format' | 'cut-off';
export type ReadColumns =
  { readonly ok: true; readonly parts: ModelParts } | { readonly ok: false; readonly problem: ColumnsProblem };

/**
 * Reads an account that was written as columns (`format.ts`). Nothing is parsed but the head: rows and lists are made when they
 * are asked for. Whether the bytes are those that were written is for a checksum to say; here only their frame is looked at.
 */
export function readColumns(bytes: Uint8Array): ReadColumns {
  if (bytes.length < magic.length + 4 || textOf(bytes, 0, magic.length) !== magic)
    return { ok: false, problem: 'no-checkpoint' };
  const headLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(magic.length, true);
  const headStart = magic.length + 4;
  if (headStart + headLength > bytes.length) return { ok: false, problem: 'cut-off' };
  let head: Head;
  try {
    head = JSON.parse(textOf(bytes, headStart, headStart + headLength)) as Head;
  } catch {
    return { ok: false, problem: 'no-checkpoint' };
  }
  if (head.format !== formatVersion) return { ok: false, problem: 'other-format' };
  const body = Math.ceil((headStart + headLength) / 8) * 8;
  const sections = new SectionReader(bytes, body);
  try {
    return { ok: true, parts: partsOf(head, sections) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problem: 'cut-off' };
    throw error;
  }
}

/** Rows that were asked for stay the same objects while they are asked for often. */
const rowsKept = 16_384;

/** Cache of what was made last, up to a number of things; older ones are made again. */
class Recent<V> {
  private young = new Map<number, V>();
  private old = new Map<number, V>();

  get(key: number, make: (key: number) => V): V {
    let value = this.young.get(key);
    if (value !== undefined) return value;
    value = this.old.get(key) ?? make(key);
    if (this.young.size >= rowsKept) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
    return value;
  }
}

/** The members of rows of one shape, and how each is made. */
type Shape = readonly (readonly [member: string, value: (index: number) => unknown])[];

/** The rows of one table, made when they are asked for. */
class ColumnTable<T extends TableName> implements ReadableMap<string, Rows[T]> {
  readonly ids: Texts;
  private readonly recent = new Recent<Rows[T]>();
  private readonly shapes: readonly Shape[];
  private readonly shapeOf: SectionData | null;

  constructor(head: TableHead, sections: SectionReader, idsOf: (table: TableName) => Texts) {
    this.ids = sections.texts(head.ids);
    this.shapeOf = head.shapeOf === null ? null : sections.read(head.shapeOf);
    const readers = new Map<string, (index: number) => unknown>([['id', (index) => this.ids.at(index)]]);
    for (const [member, column] of Object.entries(head.columns))
      readers.set(member, columnReader(column, sections, idsOf));
    this.shapes = head.shapes.map((members) =>
      members.map((member) => [member, readers.get(member) as (index: number) => unknown] as const),
    );
  }

  get size(): number {
    return this.ids.length;
  }

  has(id: string): boolean {
    return this.ids.find(id) !== -1;
  }

  get(id: string): Rows[T] | undefined {
    const index = this.ids.find(id);
    return index === -1 ? undefined : this.at(index);
  }

  at(index: number): Rows[T] {
    return this.recent.get(index, this.make);
  }

  private readonly make = (index: number): Rows[T] => this.madeOf(this.shapes, index);

  private madeOf(shapes: readonly Shape[], index: number): Rows[T] {
    const row: Record<string, unknown> = {};
    for (const [member, value] of shapes[this.shapeOf?.[index] ?? 0] ?? []) row[member] = value(index);
    return row as unknown as Rows[T];
  }

  *entries(): Generator<[string, Rows[T]]> {
    for (let index = 0; index < this.size; index += 1) {
      const row = this.make(index);
      yield [row.id, row];
    }
  }

  *entriesOnly(members: readonly string[]): Generator<[string, Rows[T]]> {
    const shapes = this.shapes.map((shape) => shape.filter(([member]) => members.includes(member)));
    for (let index = 0; index < this.size; index += 1) yield [this.ids.at(index), this.madeOf(shapes, index)];
  }
}

function columnReader(
  column: Column,
  sections: SectionReader,
  idsOf: (table: TableName) => Texts,
): (index: number) => unknown {
  switch (column.kind) {
    case 'same':
      return () => column.value;
    case 'few': {
      const of = sections.read(column.of);
      return (index) => column.values[of[index] as number];
    }
    case 'whole':
    case 'real': {
      const of = sections.read(column.of);
      return (index) => of[index];
    }
    case 'row': {
      const of = sections.read(column.of);
      const { table } = column;
      return (index) => (of[index] === -1 ? null : idsOf(table).at(of[index] as number));
    }
    case 'text': {
      const texts = sections.texts(column.texts);
      return (index) => texts.at(index);
    }
    case 'json': {
      const texts = sections.texts(column.texts);
      return (index) => JSON.parse(texts.at(index)) as unknown;
    }
  }
}

/** Lists of ids by owner, made when they are asked for. */
class ColumnLists<V> implements ReadableMap<string, V> {
  private readonly owners: Texts;
  private readonly starts: SectionData;
  private readonly members: SectionData;
  private readonly recent = new Recent<V>();

  constructor(
    head: ListsHead,
    sections: SectionReader,
    groups: Texts,
    private readonly memberIds: Texts,
    private readonly list: (ids: ColumnIds) => V,
  ) {
    this.owners = head.owners === null ? groups : sections.texts(head.owners);
    this.starts = sections.read(head.starts);
    this.members = sections.read(head.members);
  }

  get size(): number {
    let size = 0;
    for (let index = 0; index < this.owners.length; index += 1) if (this.lengthAt(index) > 0) size += 1;
    return size;
  }

  has(owner: string): boolean {
    const index = this.owners.find(owner);
    return index !== -1 && this.lengthAt(index) > 0;
  }

  get(owner: string): V | undefined {
    const index = this.owners.find(owner);
    return index === -1 || this.lengthAt(index) === 0 ? undefined : this.recent.get(index, this.make);
  }

  *entries(): Generator<[string, V]> {
    for (let index = 0; index < this.owners.length; index += 1)
      if (this.lengthAt(index) > 0) yield [this.owners.at(index), this.make(index)];
  }

  private lengthAt(index: number): number {
    return (this.starts[index + 1] as number) - (this.starts[index] as number);
  }

  private readonly make = (index: number): V =>
    this.list(
      new ColumnIds(
        this.members.subarray(this.starts[index] as number, this.starts[index + 1] as number),
        this.memberIds,
      ),
    );
}

/** A set of ids of rows, of which only those are made that are asked for. Members are sorted, but for those of children. */
class ColumnIds implements Ids {
  constructor(
    private readonly members: SectionData,
    private readonly ids: Texts,
  ) {}

  get size(): number {
    return this.members.length;
  }

  has(id: string): boolean {
    const wanted = this.ids.find(id);
    let low = 0;
    let high = this.members.length - 1;
    while (wanted !== -1 && low <= high) {
      const middle = (low + high) >> 1;
      const member = this.members[middle] as number;
      if (member === wanted) return true;
      if (member < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const member of this.members) yield this.ids.at(member);
  }
}

/** Row numbers by a value of the row, as ids. */
class ColumnHash implements ReadableMap<string, string> {
  private readonly slots: SectionData;

  constructor(
    head: HashHead,
    sections: SectionReader,
    private readonly ids: Texts,
    private readonly keyOf: (index: number) => string,
  ) {
    this.slots = sections.read(head);
  }

  get size(): number {
    return this.ids.length;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get(key: string): string | undefined {
    const most = this.slots.length - 1;
    for (
      let slot = hashText(key) & most;
      this.slots[slot] !== 0 && this.slots[slot] !== undefined;
      slot = (slot + 1) & most
    ) {
      const index = (this.slots[slot] as number) - 1;
      if (this.keyOf(index) === key) return this.ids.at(index);
    }
    return undefined;
  }

  *entries(): Generator<[string, string]> {
    for (let index = 0; index < this.ids.length; index += 1) yield [this.keyOf(index), this.ids.at(index)];
  }
}

/** A few values by key, each made when it is asked for first. */
class MadeOnce<V> implements ReadableMap<string, V> {
  private readonly made = new Map<string, V>();

  constructor(
    private readonly sections: { readonly [key: string]: Section },
    private readonly make: (section: Section) => V,
  ) {}

  get size(): number {
    return Object.keys(this.sections).length;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.sections, key);
  }

  get(key: string): V | undefined {
    const known = this.made.get(key);
    if (known !== undefined || !this.has(key)) return known;
    const value = this.make(this.sections[key] as Section);
    this.made.set(key, value);
    return value;
  }

  *entries(): Generator<[string, V]> {
    for (const key of Object.keys(this.sections)) yield [key, this.get(key) as V];
  }
}

/** Figures or counts of groups, made when they are asked for. */
class OfGroups<V> implements ReadableMap<string, V> {
  private readonly recent = new Recent<V>();

  constructor(
    private readonly groups: Texts,
    private readonly isThere: (index: number) => boolean,
    private readonly make: (index: number) => V,
  ) {}

  get size(): number {
    let size = 0;
    for (let index = 0; index < this.groups.length; index += 1) if (this.isThere(index)) size += 1;
    return size;
  }

  has(id: string): boolean {
    const index = this.groups.find(id);
    return index !== -1 && this.isThere(index);
  }

  get(id: string): V | undefined {
    const index = this.groups.find(id);
    return index === -1 || !this.isThere(index) ? undefined : this.recent.get(index, this.make);
  }

  *entries(): Generator<[string, V]> {
    for (let index = 0; index < this.groups.length; index += 1)
      if (this.isThere(index)) yield [this.groups.at(index), this.make(index)];
  }
}

function partsOf(head: Head, sections: SectionReader): ModelParts {
  const tables = {} as { [T in TableName]: ColumnTable<T> };
  const idsOf = (table: TableName): Texts => tables[table].ids;
  for (const table of tableNames) tables[table] = new ColumnTable(head.tables[table], sections, idsOf) as never;
  const { groups, users, seats, numbers, devices } = tables;
  const lists = <V>(list: ListsHead, members: Texts, make: (ids: ColumnIds) => V): ColumnLists<V> =>
    new ColumnLists(list, sections, groups.ids, members, make);
  const idLists = {} as { [L in ListName]: ColumnLists<ColumnIds> };
  for (const name of Object.keys(listTables) as ListName[])
    idLists[name] = lists(head.lists[name], idsOf(listTables[name].table), (ids) => ids);
  const seatByUser = sections.read(head.seatByUser);
  const counts = sections.read(head.counts);
  const countAt = (index: number, at: number): number => counts[index * countNames.length + at] as number;
  return {
    tables,
    tableOfId: new TableOfId(tables),
    childIds: lists(head.children, groups.ids, (ids) => [...ids]),
    ...idLists,
    seatByUser: {
      size: seats.size,
      has: (id) => (seatByUser[users.ids.find(id)] ?? -1) !== -1,
      get: (id) => {
        const seat = seatByUser[users.ids.find(id)] ?? -1;
        return seat === -1 ? undefined : seats.ids.at(seat);
      },
      *entries() {
        for (const [index, seat] of seatByUser.entries())
          if (seat !== -1) yield [users.ids.at(index), seats.ids.at(seat)];
      },
    },
    freeSeats: new MadeOnce(head.freeSeats, (section) => {
      const free = new BTree<Age, string>();
      for (const index of sections.read(section)) free.set(seats.at(index).age, seats.ids.at(index));
      return free;
    }),
    numbersByValue: new ColumnHash(head.numbersByValue, sections, numbers.ids, (index) => {
      const { kind, value } = numbers.at(index);
      return valueKey(kind, value);
    }),
    freeNumbers: new MadeOnce(head.freeNumbers, (section) => {
      const free = new BTree<string, string>(undefined, compareText);
      for (const index of sections.read(section)) free.set(numbers.at(index).value, numbers.ids.at(index));
      return free;
    }) as ReadableMap<NumberKind, BTree<string, string>>,
    deviceBySerial: new ColumnHash(head.devicesBySerial, sections, devices.ids, (index) => devices.at(index).serial),
    ownGroups: [...sections.read(head.ownGroups)].map((index) => groups.ids.at(index)),
    counts: new OfGroups<SubtreeCount>(
      groups.ids,
      (index) => countNames.some((_, at) => countAt(index, at) !== 0),
      (index) =>
        Object.fromEntries(countNames.map((name, at) => [name, countAt(index, at)])) as unknown as SubtreeCount,
    ),
    supplies: figuresReader(head, head.supplies, sections, groups.ids),
    territories: figuresReader(head, head.territories, sections, groups.ids),
  };
}

function figuresReader(
  { figureNames, figureDays }: Head,
  of: FiguresHead,
  sections: SectionReader,
  groups: Texts,
): ReadableMap<string, Figures> {
  const starts = sections.read(of.starts);
  const name = sections.read(of.name);
  const day = sections.read(of.day);
  const amount = sections.read(of.amount);
  return new OfGroups(
    groups,
    (index) => starts[index] !== starts[index + 1],
    (index) => {
      const figures = new Figures();
      for (let at = starts[index] as number; at < (starts[index + 1] as number); at += 1)
        figures.change(
          figureNames[name[at] as number] as FigureName,
          figureDays[day[at] as number] as string,
          amount[at] as number,
        );
      return figures;
    },
  );
}

/** In which table an id is. The account and the contract's units have ids of their own kind and are not asked for. */
class TableOfId implements ReadableMap<string, TableName> {
  private readonly names: readonly TableName[];

  constructor(private readonly tables: { readonly [T in TableName]: ColumnTable<T> }) {
    this.names = tableNames.filter((table) => table === 'retired' || !isKeyed(table));
  }

  get size(): number {
    return this.names.reduce((sum, table) => sum + this.tables[table].size, 0);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get(id: string): TableName | undefined {
    return this.names.find((table) => this.tables[table].has(id));
  }

  *entries(): Generator<[string, TableName]> {
    for (const table of this.names)
      for (let index = 0; index < this.tables[table].size; index += 1) yield [this.tables[table].ids.at(index), table];
  }
}
