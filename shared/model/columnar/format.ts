import type { TableName } from '../rows';

/**
 * Format of a checkpoint of columns: the rows of an account, its indexes and its figures, frozen in one piece of bytes that is
 * read without being parsed. `write-columns.ts` writes it, `read-columns.ts` reads it, and nothing else knows it.
 *
 * | bytes | what |
 * |---|---|
 * | 0–3 | `TRLC` |
 * | 4–7 | length of the head, unsigned, little endian |
 * | 8– | the head: `Head` as JSON in ASCII (other letters as `\uXXXX`) |
 * | then, each from a multiple of 8 on | the sections that the head names by place and kind |
 *
 * Numbers in sections are little endian. Rows of a table are sorted by id, by code unit: a row is named by its number in its table.
 * A column holds one member of all rows of a table, in the shortest of the encodings that fits. A shape is the list of members
 * that a row has, in their order: rows come out with exactly the members they were written with.
 */
export const magic = 'TRLC';
/** Grows with every change of this format, of how values are compared, or of what an index holds. */
export const formatVersion = 2;

export type SectionKind = 'u8' | 'u16' | 'u32' | 'i32' | 'f64';
/** From which byte behind the head, how many elements, of which kind. */
export type Section = readonly [start: number, length: number, kind: SectionKind];
export type SectionData = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Texts one after the other: where each begins (and the last ends), and their UTF-16 units, in one byte each where all fit. */
export interface TextSections {
  readonly starts: Section;
  readonly units: Section;
}

/**
 * One member of all rows. `same`: the value of every row. `few`: the values there are, and which one by row. `whole`, `real`:
 * numbers. `row`: rows of another table by number, -1 for `null`. `text`: texts. `json`: anything else, as JSON text.
 * Rows whose shape lacks the member hold anything.
 */
export type Column =
  | { readonly kind: 'same'; readonly value: unknown }
  | { readonly kind: 'few'; readonly values: readonly unknown[]; readonly of: Section }
  | { readonly kind: 'whole' | 'real'; readonly of: Section }
  | { readonly kind: 'row'; readonly table: TableName; readonly of: Section }
  | { readonly kind: 'text' | 'json'; readonly texts: TextSections };

export interface TableHead {
  readonly count: number;
  readonly ids: TextSections;
  readonly columns: { readonly [member: string]: Column };
  readonly shapes: readonly (readonly string[])[];
  /** The shape of each row; `null` where all have the first. */
  readonly shapeOf: Section | null;
}

/**
 * Rows by owner. `owners`: their ids, sorted; `null` where the groups are, by number. `starts`: where the
 * members of each owner begin (and the last end) in `members`, which are rows by number, sorted.
 */
export interface ListsHead {
  readonly owners: TextSections | null;
  readonly starts: Section;
  readonly members: Section;
}

/** Rows found by a value that is worked out from the row: an open hash table of row numbers plus one, 0 where there is none. */
export type HashHead = Section;

/** Amounts over time by group: where each group's entries begin, and per entry which name, which day and how much. */
export interface FiguresHead {
  readonly starts: Section;
  readonly name: Section;
  readonly day: Section;
  readonly amount: Section;
}

export interface Head {
  readonly format: number;
  readonly tables: { readonly [T in TableName]: TableHead };
  /** The children of each group in their order. */
  readonly children: ListsHead;
  readonly lists: { readonly [L in ListName]: ListsHead };
  /** By user: the seat that the user holds, -1 for none. */
  readonly seatByUser: Section;
  readonly numbersByValue: HashHead;
  readonly devicesBySerial: HashHead;
  /** Free numbers of a kind, by value. */
  readonly freeNumbers: { readonly [kind: string]: Section };
  /** Free seats by pool and type, `pool/type`, oldest first. */
  readonly freeSeats: { readonly [key: string]: Section };
  readonly ownGroups: Section;
  /** Counts over the subtree of each group, `countNames` one after the other. */
  readonly counts: Section;
  readonly figureNames: readonly string[];
  readonly figureDays: readonly string[];
  readonly supplies: FiguresHead;
  readonly territories: FiguresHead;
}

export const countNames = ['groups', 'projects', 'pools', 'apartments', 'users', 'seats', 'invited', 'bare'] as const;

/** The indexes from an owner to rows: of which table the rows are, and whether the owners are groups. */
export const listTables = {
  blocksByGroup: { table: 'blocks', ofGroups: true },
  usersByGroup: { table: 'users', ofGroups: true },
  devicesByGroup: { table: 'devices', ofGroups: true },
  menusByGroup: { table: 'menus', ofGroups: true },
  numbersByOwner: { table: 'numbers', ofGroups: false },
  menusByMember: { table: 'menus', ofGroups: false },
  administratorsByGroup: { table: 'users', ofGroups: true },
  usersByRole: { table: 'users', ofGroups: false },
} as const satisfies { readonly [name: string]: { readonly table: TableName; readonly ofGroups: boolean } };
export type ListName = keyof typeof listTables;

/** Members of rows that name a row of another table. Where one names a row that is not there, the column holds texts. */
export const rowMembers: { readonly [member: string]: TableName } = {
  parentId: 'groups',
  groupId: 'groups',
  poolId: 'groups',
  userId: 'users',
  seatId: 'seats',
  numberId: 'numbers',
  menuId: 'menus',
  deviceId: 'devices',
  blockId: 'blocks',
};

/** A 32-bit hash of a text (FNV-1a over its UTF-16 units). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
