import type BTree from 'sorted-btree';
import { compareText } from '../kernel/text';
import type { Figures } from './figures';
import { GroupFigures, type FrozenFigures, type SubtreeCount } from './group-figures';
import { IdIndex, type Ids } from './id-index';
import { layerOn, type ReadableMap } from './layers';
import { Likenesses } from './likenesses';
import { addressKey, NumberIndex } from './number-index';
import type {
  AccountRow,
  Age,
  AuthorRow,
  GroupRow,
  NumberKind,
  Rows,
  SeatRow,
  TableName,
  TypeRow,
  UserRow,
} from './rows';
import { tableNames } from './rows';
import { SiblingIndex } from './sibling-index';

const noTypes: readonly TypeRow[] = [];

/** Everything a model consists of, frozen: what a model is layered on that was not made row by row. */
export interface ModelParts extends FrozenFigures {
  readonly tables: { readonly [T in TableName]: ReadableMap<string, Rows[T]> };
  readonly tableOfId: ReadableMap<string, TableName>;
  readonly childIds: ReadableMap<string, string[]>;
  readonly blocksByGroup: ReadableMap<string, Ids>;
  readonly usersByGroup: ReadableMap<string, Ids>;
  readonly devicesByGroup: ReadableMap<string, Ids>;
  readonly menusByGroup: ReadableMap<string, Ids>;
  readonly numbersByOwner: ReadableMap<string, Ids>;
  readonly menusByMember: ReadableMap<string, Ids>;
  readonly administratorsByGroup: ReadableMap<string, Ids>;
  readonly usersByRole: ReadableMap<string, Ids>;
  readonly seatByUser: ReadableMap<string, string>;
  readonly freeSeats: ReadableMap<string, BTree<Age, string>>;
  readonly numbersByValue: ReadableMap<string, string>;
  readonly freeNumbers: ReadableMap<NumberKind, BTree<string, string>>;
  readonly deviceBySerial: ReadableMap<string, string>;
  readonly ownGroups: Iterable<string>;
}

/**
 * The reading side of an account in memory: rows by table, and every index and figure the rules need. It knows no rule; it only
 * counts. `Model` is the one thing that changes it.
 */
export class ModelView {
  protected readonly tables: { [T in TableName]: Map<string, Rows[T]> };

  protected readonly tableOfId: Map<string, TableName>;
  protected readonly siblings: SiblingIndex;
  protected readonly blocksByGroup: IdIndex;
  protected readonly usersByGroup: IdIndex;
  protected readonly devicesByGroup: IdIndex;
  protected readonly menusByGroup: IdIndex;
  protected readonly numbersByOwner: IdIndex;
  protected readonly menusByMember: IdIndex;
  protected readonly administratorsByGroup: IdIndex;
  protected readonly usersByRole: IdIndex;
  protected readonly seatByUser: Map<string, string>;
  protected readonly freeSeats: Map<string, BTree<Age, string>>;
  protected readonly numbers: NumberIndex;
  protected readonly deviceBySerial: Map<string, string>;
  protected readonly likenesses: Likenesses;
  protected latestActs: readonly AuthorRow[] | null = null;
  protected typesById: readonly TypeRow[] | null = null;
  protected readonly ownGroups: Set<string>;
  protected readonly figures: GroupFigures;

  /** Empty, or on top of another model, or of a frozen account, that it does not change; see `fork`. */
  constructor(below?: ModelView, frozen?: ModelParts) {
    this.tables = Object.fromEntries(
      tableNames.map((table) => [
        table,
        layerOn((below?.tables[table] ?? frozen?.tables[table]) as ReadableMap<string, unknown> | undefined),
      ]),
    ) as unknown as { [T in TableName]: Map<string, Rows[T]> };
    this.tableOfId = layerOn(below?.tableOfId ?? frozen?.tableOfId);
    this.siblings = new SiblingIndex((id) => this.group(id), below?.siblings, frozen?.childIds);
    this.blocksByGroup = new IdIndex(below?.blocksByGroup, frozen?.blocksByGroup);
    this.usersByGroup = new IdIndex(below?.usersByGroup, frozen?.usersByGroup);
    this.devicesByGroup = new IdIndex(below?.devicesByGroup, frozen?.devicesByGroup);
    this.menusByGroup = new IdIndex(below?.menusByGroup, frozen?.menusByGroup);
    this.numbersByOwner = new IdIndex(below?.numbersByOwner, frozen?.numbersByOwner);
    this.menusByMember = new IdIndex(below?.menusByMember, frozen?.menusByMember);
    this.administratorsByGroup = new IdIndex(below?.administratorsByGroup, frozen?.administratorsByGroup);
    this.usersByRole = new IdIndex(below?.usersByRole, frozen?.usersByRole);
    this.seatByUser = layerOn(below?.seatByUser ?? frozen?.seatByUser);
    this.freeSeats = layerOn(below?.freeSeats ?? frozen?.freeSeats, (seats) => seats.clone());
    this.numbers = new NumberIndex(
      below?.numbers,
      frozen && { byValue: frozen.numbersByValue, free: frozen.freeNumbers },
    );
    this.deviceBySerial = layerOn(below?.deviceBySerial ?? frozen?.deviceBySerial);
    this.ownGroups = new Set(below?.ownGroups ?? frozen?.ownGroups);
    this.figures = new GroupFigures((id) => this.tables.groups.get(id), below?.figures, frozen);
    this.likenesses = new Likenesses(
      () => this.tables.devices.values(),
      () => this.tables.numbers.values(),
      below?.likenesses,
    );
  }

  // ---- reading rows ----

  row<T extends TableName>(table: T, id: string): Rows[T] | undefined {
    return this.tables[table].get(id);
  }

  /** Rows of a table; the order is that of no rule. */
  rows<T extends TableName>(table: T): IterableIterator<Rows[T]> {
    return this.tables[table].values();
  }

  /** Some members of each row, in the order of `rows`: whoever goes through a large table has no more made than is looked at. */
  *membersOf<T extends TableName, M extends keyof Rows[T] & string>(
    table: T,
    members: readonly M[],
  ): Generator<Pick<Rows[T], M>> {
    const rows: ReadableMap<string, Rows[T]> = this.tables[table];
    for (const [, row] of rows.entriesOnly?.(members) ?? rows.entries()) yield row;
  }

  size(table: TableName): number {
    return this.tables[table].size;
  }

  /** The account's one row. There is none before the ledger's first commit. */
  get account(): AccountRow {
    const row = this.tables.account.get('account');
    if (row === undefined) throw new Error('the account has not been opened yet');
    return row;
  }

  get isOpen(): boolean {
    return this.tables.account.has('account');
  }

  get root(): GroupRow {
    return this.group(this.account.rootId);
  }

  /** A group that is known to exist; asking for another is a defect. */
  group(id: string): GroupRow {
    const row = this.tables.groups.get(id);
    if (row === undefined) throw new Error(`no group ${id}`);
    return row;
  }

  user(id: string): UserRow {
    const row = this.tables.users.get(id);
    if (row === undefined) throw new Error(`no user ${id}`);
    return row;
  }

  /** The table in which an id is, or was once (`retired`); ids are unique over all tables, ever. */
  tableOf(id: string): TableName | undefined {
    return this.tableOfId.get(id);
  }

  // ---- reading the tree ----

  children(groupId: string): readonly string[] {
    return this.siblings.children(groupId);
  }

  /** From the group up to the root, both included. */
  *ancestry(groupId: string): Generator<GroupRow> {
    let id: string | null = groupId;
    while (id !== null) {
      const row: GroupRow = this.group(id);
      yield row;
      id = row.parentId;
    }
  }

  isWithin(groupId: string, ancestorId: string): boolean {
    for (const group of this.ancestry(groupId)) if (group.id === ancestorId) return true;
    return false;
  }

  /** The nearest pool at or above a group (D1). */
  poolOf(groupId: string): string {
    let group = this.group(groupId);
    while (group.restriction !== 'own' && group.parentId !== null) group = this.group(group.parentId);
    return group.id;
  }

  /** The nearest pool strictly above a pool, from which its allocations are drawn (D2); the root has none. */
  poolAbove(groupId: string): string | null {
    const { parentId } = this.group(groupId);
    return parentId === null ? null : this.poolOf(parentId);
  }

  /** The nearest complex or office at or above a group; the root where there is none. */
  projectOf(groupId: string): string {
    let group = this.group(groupId);
    while (group.kind !== 'complex' && group.kind !== 'office' && group.parentId !== null)
      group = this.group(group.parentId);
    return group.id;
  }

  /** The group in which a number is used, its own or that of the person, menu or seat that has it; `null` while it is free. */
  groupOfNumber(numberId: string): string | null {
    const number = this.tables.numbers.get(numberId);
    if (number === undefined) return null;
    const seat = number.seatId === null ? undefined : this.tables.seats.get(number.seatId);
    const holder = number.userId ?? seat?.userId ?? null;
    return (
      number.groupId ??
      (holder === null ? null : this.tables.users.get(holder)?.groupId) ??
      (number.menuId === null ? null : this.tables.menus.get(number.menuId)?.groupId) ??
      seat?.poolId ??
      null
    );
  }

  /** The group and everything below it, parents first, in tree order. */
  *subtree(groupId: string): Generator<GroupRow> {
    const stack = [groupId];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      yield this.group(id);
      const children = this.children(id);
      for (let index = children.length - 1; index >= 0; index -= 1) stack.push(children[index] as string);
    }
  }

  /** The groups whose nearest pool is this pool, in tree order. */
  *territoryOf(poolId: string): Generator<GroupRow> {
    const stack = [poolId];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const group = this.group(id);
      if (id !== poolId && group.restriction === 'own') continue;
      yield group;
      const children = this.children(id);
      for (let index = children.length - 1; index >= 0; index -= 1) stack.push(children[index] as string);
    }
  }

  count(groupId: string): SubtreeCount {
    return this.figures.count(groupId);
  }

  /** Every group that is a pool. */
  pools(): ReadonlySet<string> {
    return this.ownGroups;
  }

  /** Supply by a group's own blocks. */
  supplyOf(groupId: string): Figures {
    return this.figures.supply(groupId);
  }

  /** Figures of the inheriting part of the subtree at a group; at a pool: its territory. */
  territoryFigures(groupId: string): Figures {
    return this.figures.territory(groupId);
  }

  // ---- reading what groups hold ----

  blocksOf(groupId: string): Ids {
    return this.blocksByGroup.get(groupId);
  }

  usersOf(groupId: string): Ids {
    return this.usersByGroup.get(groupId);
  }

  devicesOf(groupId: string): Ids {
    return this.devicesByGroup.get(groupId);
  }

  menusOf(groupId: string): Ids {
    return this.menusByGroup.get(groupId);
  }

  /** Numbers attached to a user, group or menu; a seat's own number is not among them. */
  numbersOf(ownerId: string): Ids {
    return this.numbersByOwner.get(ownerId);
  }

  /** Menus of which a user or a group is a member. */
  menusWith(memberId: string): Ids {
    return this.menusByMember.get(memberId);
  }

  administratorsOf(groupId: string): Ids {
    return this.administratorsByGroup.get(groupId);
  }

  usersWithRole(roleId: string): Ids {
    return this.usersByRole.get(roleId);
  }

  seatOf(userId: string): SeatRow | undefined {
    const id = this.seatByUser.get(userId);
    return id === undefined ? undefined : this.tables.seats.get(id);
  }

  /** Free seats of a pool and type, the one free longest first. */
  freeSeatsOf(poolId: string, typeId: string): readonly string[] {
    const seats = this.freeSeats.get(`${poolId}/${typeId}`);
    return seats === undefined ? [] : seats.valuesArray();
  }

  freeSeatCount(poolId: string, typeId: string): number {
    return this.freeSeats.get(`${poolId}/${typeId}`)?.size ?? 0;
  }

  firstFreeSeat(poolId: string, typeId: string): string | undefined {
    const seats = this.freeSeats.get(`${poolId}/${typeId}`);
    const first = seats?.minKey();
    return first === undefined ? undefined : seats?.get(first);
  }

  /** The number with a value; landline and mobile share one space, sip has its own (U6). */
  numberWith(kind: NumberKind, value: string): string | undefined {
    return this.numbers.with(kind, value);
  }

  /** The same, but SIP addresses differ where a dot or a dash does (version 2). */
  numberWithExactly(kind: NumberKind, value: string): string | undefined {
    const address = kind === 'sip' ? addressKey(value) : null;
    return address === null ? this.numberWith(kind, value) : [...this.likenesses.numbersWith(address)].sort()[0];
  }

  /** The lowest free number of a kind, by value as text. */
  lowestFreeNumber(kind: NumberKind): string | undefined {
    return this.numbers.lowestFree(kind);
  }

  /** The lowest value of a SIP range that no number has, or none when all are used. */
  lowestUnusedIn(rangeId: string): string | undefined {
    const range = this.tables.ranges.get(rangeId);
    return range === undefined ? undefined : this.numbers.lowestUnusedIn(range);
  }

  deviceWith(serial: string): string | undefined {
    return this.deviceBySerial.get(serial);
  }

  /** Devices whose serial number is the same without case and dividers (D8). */
  devicesWithSerial(compared: string): Ids {
    return this.likenesses.devicesWith(compared);
  }

  /** The two authors who acted on the latest days, the latest first (G8, G9). */
  latestAuthors(): readonly AuthorRow[] {
    if (this.latestActs === null) {
      let first: AuthorRow | undefined;
      let second: AuthorRow | undefined;
      for (const author of this.tables.authors.values())
        if (first === undefined || author.day > first.day) {
          second = first;
          first = author;
        } else if (second === undefined || author.day > second.day) second = author;
      this.latestActs = [first, second].filter((author) => author !== undefined);
    }
    return this.latestActs;
  }

  /** License types of one's own, by id; the same object until one of them changes. */
  ownTypes(): readonly TypeRow[] {
    this.typesById ??=
      this.tables.types.size === 0
        ? noTypes
        : [...this.tables.types.values()].sort((one, other) => compareText(one.id, other.id));
    return this.typesById;
  }

  /** Number of SIP numbers attached to a user, group or menu. */
  sipNumbersOf(ownerId: string): number {
    let sum = 0;
    for (const id of this.numbersOf(ownerId)) if (this.tables.numbers.get(id)?.kind === 'sip') sum += 1;
    return sum;
  }
}
