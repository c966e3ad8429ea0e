import BTree from 'sorted-btree';
import { resourceNames } from './vocabulary';
import type { Figures } from './figures';
import { GroupFigures, type SubtreeCount } from './group-figures';
import { IdIndex } from './id-index';
import { layerOn, ownIn } from './layers';
import { NumberIndex } from './number-index';
import { SiblingIndex } from './sibling-index';
import { invertChanges } from './change-log';
import type {
  AccountRow,
  Age,
  BlockRow,
  Change,
  GroupRow,
  MenuRow,
  NumberKind,
  NumberRow,
  Rows,
  SeatRow,
  TableName,
  UserRow,
} from './rows';
import { tableNames } from './rows';
import { addToTimeline } from './timeline';

/**
 * The state of an account in memory: rows by table, and every index and figure the rules need, kept up to date by each
 * change in O(depth). It knows no rule; it only counts. Everything that changes is recorded, so that it can be taken back.
 */
export class Model {
  private readonly tables: { [T in TableName]: Map<string, Rows[T]> };
  private recorded: Change[] = [];

  private readonly tableOfId: Map<string, TableName>;
  private readonly siblings: SiblingIndex;
  private readonly blocksByGroup: IdIndex;
  private readonly usersByGroup: IdIndex;
  private readonly devicesByGroup: IdIndex;
  private readonly menusByGroup: IdIndex;
  private readonly numbersByOwner: IdIndex;
  private readonly menusByMember: IdIndex;
  private readonly administratorsByGroup: IdIndex;
  private readonly usersByRole: IdIndex;
  private readonly seatByUser: Map<string, string>;
  private readonly freeSeats: Map<string, BTree<Age, string>>;
  private readonly numbers: NumberIndex;
  private readonly deviceBySerial: Map<string, string>;
  private readonly ownGroups: Set<string>;
  private readonly figures: GroupFigures;

  /** Empty, or on top of another model that it does not change; see `fork`. */
  constructor(below?: Model) {
    this.tables = Object.fromEntries(
      tableNames.map((table) => [table, layerOn(below?.tables[table] as Map<string, unknown> | undefined)]),
    ) as unknown as { [T in TableName]: Map<string, Rows[T]> };
    this.tableOfId = layerOn(below?.tableOfId);
    this.siblings = new SiblingIndex((id) => this.group(id), below?.siblings);
    this.blocksByGroup = new IdIndex(below?.blocksByGroup);
    this.usersByGroup = new IdIndex(below?.usersByGroup);
    this.devicesByGroup = new IdIndex(below?.devicesByGroup);
    this.menusByGroup = new IdIndex(below?.menusByGroup);
    this.numbersByOwner = new IdIndex(below?.numbersByOwner);
    this.menusByMember = new IdIndex(below?.menusByMember);
    this.administratorsByGroup = new IdIndex(below?.administratorsByGroup);
    this.usersByRole = new IdIndex(below?.usersByRole);
    this.seatByUser = layerOn(below?.seatByUser);
    this.freeSeats = layerOn(below?.freeSeats, (seats) => seats.clone());
    this.numbers = new NumberIndex(below?.numbers);
    this.deviceBySerial = layerOn(below?.deviceBySerial);
    this.ownGroups = new Set(below?.ownGroups);
    this.figures = new GroupFigures((id) => this.tables.groups.get(id), below?.figures);
  }

  /**
   * The same account to try something on: what changes in it is not seen here. Making one costs nothing that grows with
   * the account. It holds as long as this model stays as it is.
   */
  fork(): Model {
    return new Model(this);
  }

  // ---- reading rows ----

  row<T extends TableName>(table: T, id: string): Rows[T] | undefined {
    return this.tables[table].get(id);
  }

  /** Rows of a table; the order is that of no rule. */
  rows<T extends TableName>(table: T): IterableIterator<Rows[T]> {
    return this.tables[table].values();
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

  /** What a group's own blocks supply. */
  supplyOf(groupId: string): Figures {
    return this.figures.supply(groupId);
  }

  /** What the inheriting part of the subtree at a group amounts to; at a pool: its territory. */
  territoryFigures(groupId: string): Figures {
    return this.figures.territory(groupId);
  }

  // ---- reading what groups hold ----

  blocksOf(groupId: string): ReadonlySet<string> {
    return this.blocksByGroup.get(groupId);
  }

  usersOf(groupId: string): ReadonlySet<string> {
    return this.usersByGroup.get(groupId);
  }

  devicesOf(groupId: string): ReadonlySet<string> {
    return this.devicesByGroup.get(groupId);
  }

  menusOf(groupId: string): ReadonlySet<string> {
    return this.menusByGroup.get(groupId);
  }

  /** Numbers attached to a user, group or menu; a seat's own number is not among them. */
  numbersOf(ownerId: string): ReadonlySet<string> {
    return this.numbersByOwner.get(ownerId);
  }

  /** Menus of which a user or a group is a member. */
  menusWith(memberId: string): ReadonlySet<string> {
    return this.menusByMember.get(memberId);
  }

  administratorsOf(groupId: string): ReadonlySet<string> {
    return this.administratorsByGroup.get(groupId);
  }

  usersWithRole(roleId: string): ReadonlySet<string> {
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

  // ---- changing ----

  /** Makes or replaces a row. An id that goes away is retired for ever. */
  put<T extends TableName>(table: T, row: Rows[T]): void {
    const before = this.tables[table].get(row.id);
    if (before === undefined && this.tables.retired.has(row.id) && table !== 'retired')
      this.record({ table: 'retired', id: row.id, before: this.tables.retired.get(row.id), after: undefined });
    this.record({ table, id: row.id, before, after: row } as Change);
  }

  remove(table: TableName, id: string): void {
    const before = this.tables[table].get(id);
    if (before === undefined) return;
    this.record({ table, id, before, after: undefined } as Change);
    if (table !== 'account' && table !== 'units' && table !== 'retired')
      this.record({ table: 'retired', id, before: undefined, after: { id } });
  }

  /** A place in the record of changes to come back to. */
  mark(): number {
    return this.recorded.length;
  }

  changesSince(mark: number): readonly Change[] {
    return this.recorded.slice(mark);
  }

  /** Takes back everything since the mark and forgets it. */
  rollback(mark: number): void {
    const undone = this.recorded.slice(mark);
    for (const change of invertChanges(undone)) this.set(change);
    this.recorded.length = mark;
  }

  /** Makes changes that were worked out before, without recording them. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) this.set(change);
  }

  /** Takes back changes that were made before, without recording it. */
  revert(changes: readonly Change[]): void {
    this.apply(invertChanges(changes));
  }

  /** Ends the record of changes: what was made stays. */
  settle(): void {
    this.recorded = [];
  }

  /** Makes one change as it is, and records it. */
  record(change: Change): void {
    this.set(change);
    this.recorded.push(change);
  }

  private set(change: Change): void {
    switch (change.table) {
      case 'groups':
        return this.setGroup(change.id, change.before, change.after);
      case 'blocks':
        return this.setBlock(change.id, change.before, change.after);
      case 'users':
        return this.setUser(change.id, change.before, change.after);
      case 'seats':
        return this.setSeat(change.id, change.before, change.after);
      case 'numbers':
        return this.setNumber(change.id, change.before, change.after);
      case 'menus':
        return this.setMenu(change.id, change.before, change.after);
      case 'devices':
        if (change.before !== undefined) {
          this.devicesByGroup.remove(change.before.groupId, change.id);
          this.deviceBySerial.delete(change.before.serial);
        }
        this.store('devices', change.id, change.after);
        if (change.after !== undefined) {
          this.devicesByGroup.add(change.after.groupId, change.id);
          this.deviceBySerial.set(change.after.serial, change.id);
        }
        return;
      case 'ranges':
        this.numbers.forgetRange(change.id);
        this.store('ranges', change.id, change.after);
        return;
      case 'retired':
        if (change.after === undefined) this.tables.retired.delete(change.id);
        else this.tables.retired.set(change.id, change.after);
        if (change.after !== undefined && !this.tableOfId.has(change.id)) this.tableOfId.set(change.id, 'retired');
        if (change.after === undefined && this.tableOfId.get(change.id) === 'retired') this.tableOfId.delete(change.id);
        return;
      case 'account':
      case 'units':
        if (change.after === undefined) this.tables[change.table].delete(change.id);
        else (this.tables[change.table] as Map<string, unknown>).set(change.id, change.after);
        return;
      default:
        this.store(change.table, change.id, change.after);
    }
  }

  private store<T extends TableName>(table: T, id: string, after: Rows[T] | undefined): void {
    if (after === undefined) {
      this.tables[table].delete(id);
      if (this.tables.retired.has(id)) this.tableOfId.set(id, 'retired');
      else this.tableOfId.delete(id);
    } else {
      this.tables[table].set(id, after);
      this.tableOfId.set(id, table);
    }
  }

  private setGroup(id: string, before: GroupRow | undefined, after: GroupRow | undefined): void {
    const stays =
      before !== undefined &&
      after !== undefined &&
      before.parentId === after.parentId &&
      before.restriction === after.restriction;
    if (before !== undefined) {
      if (before.parentId !== null) this.siblings.remove(before.parentId, before);
      if (!stays) this.figures.addGroup(before, -1);
      if (!stays) this.figures.addOwnCount(id, ofItself(before), -1);
    }
    this.store('groups', id, after);
    if (after?.restriction === 'own') this.ownGroups.add(id);
    else this.ownGroups.delete(id);
    if (after === undefined) return;
    if (!stays) this.figures.addOwnCount(id, ofItself(after));
    if (after.parentId !== null) this.siblings.add(after.parentId, after);
    if (!stays) this.figures.addGroup(after, 1);
  }

  private setBlock(id: string, before: BlockRow | undefined, after: BlockRow | undefined): void {
    if (before !== undefined) {
      this.blocksByGroup.remove(before.groupId, id);
      this.countBlock(before, -1);
    }
    this.store('blocks', id, after);
    if (after !== undefined) {
      this.blocksByGroup.add(after.groupId, id);
      this.countBlock(after, 1);
    }
  }

  private countBlock(block: BlockRow, sign: 1 | -1): void {
    if (block.source === 'device') {
      this.figures.addClaim(block.groupId, 'device', '', sign * block.quantity);
      return;
    }
    const change = new Map<string, number>();
    addToTimeline(change, block, sign);
    for (const [day, unit] of change) {
      this.figures.addSupply(block.groupId, `supply/${block.typeId}`, day, unit * block.quantity);
      if (block.resources === null) continue;
      for (const resource of resourceNames)
        this.figures.addSupply(
          block.groupId,
          `supplyFeature/${resource}`,
          day,
          unit * block.quantity * (block.resources[resource] ?? 0),
        );
    }
  }

  private setUser(id: string, before: UserRow | undefined, after: UserRow | undefined): void {
    if (before !== undefined) {
      this.countUser(id, -1);
      this.usersByGroup.remove(before.groupId, id);
      this.usersByRole.remove(before.roleId, id);
      for (const groupId of before.adminOf) this.administratorsByGroup.remove(groupId, id);
    }
    this.store('users', id, after);
    if (after !== undefined) {
      this.usersByGroup.add(after.groupId, id);
      this.usersByRole.add(after.roleId, id);
      for (const groupId of after.adminOf) this.administratorsByGroup.add(groupId, id);
      this.countUser(id, 1);
    }
  }

  /** Adds (or takes away) what a user, with seat, allowance and SIP numbers, means to pool and subtree. */
  private countUser(userId: string, sign: 1 | -1): void {
    const user = this.tables.users.get(userId);
    if (user === undefined) return;
    const seat = this.seatOf(userId);
    const users = user.lifecycle === 'archived' ? 0 : sign;
    this.figures.addCount(user.groupId, {
      users,
      seats: seat === undefined ? 0 : sign,
      invited: user.lifecycle === 'invited' ? sign : 0,
      bare: seat === undefined && user.allowance === null ? users : 0,
    });
    if (seat !== undefined) this.figures.addClaim(user.groupId, `seats/${seat.typeId}`, '', sign);
    if (user.allowance !== null) {
      for (const resource of resourceNames)
        this.figures.addClaim(user.groupId, `reserved/${resource}`, '', sign * (user.allowance[resource] ?? 0));
    } else if (seat === undefined) {
      this.figures.addClaim(user.groupId, 'reserved/sip', '', sign * this.sipNumbersOf(userId));
    }
  }

  /** How many SIP numbers are attached to a user, group or menu. */
  sipNumbersOf(ownerId: string): number {
    let sum = 0;
    for (const id of this.numbersOf(ownerId)) if (this.tables.numbers.get(id)?.kind === 'sip') sum += 1;
    return sum;
  }

  private setSeat(id: string, before: SeatRow | undefined, after: SeatRow | undefined): void {
    const users = new Set([before?.userId, after?.userId]);
    for (const userId of users) if (userId != null) this.countUser(userId, -1);
    if (before !== undefined) {
      if (before.userId !== null && this.seatByUser.get(before.userId) === id) this.seatByUser.delete(before.userId);
      if (before.poolId !== null) ownIn(this.freeSeats, `${before.poolId}/${before.typeId}`)?.delete(before.age);
    }
    this.store('seats', id, after);
    if (after !== undefined) {
      if (after.userId !== null) this.seatByUser.set(after.userId, id);
      if (after.poolId !== null) {
        const key = `${after.poolId}/${after.typeId}`;
        let free = ownIn(this.freeSeats, key);
        if (free === undefined) {
          free = new BTree();
          this.freeSeats.set(key, free);
        }
        free.set(after.age, id);
      }
    }
    for (const userId of users) if (userId != null) this.countUser(userId, 1);
  }

  private setNumber(id: string, before: NumberRow | undefined, after: NumberRow | undefined): void {
    if (before !== undefined) {
      this.attachNumber(before, -1);
      this.numbers.remove(before);
    }
    this.store('numbers', id, after);
    if (after !== undefined) {
      this.numbers.add(after);
      this.attachNumber(after, 1);
    }
  }

  private attachNumber(number: NumberRow, sign: 1 | -1): void {
    const ownerId = number.userId ?? number.groupId ?? number.menuId;
    if (ownerId === null) return;
    if (number.userId !== null) this.countUser(number.userId, -1);
    if (sign === 1) this.numbersByOwner.add(ownerId, number.id);
    else this.numbersByOwner.remove(ownerId, number.id);
    if (number.userId !== null) this.countUser(number.userId, 1);
    if (number.kind !== 'sip') return;
    const groupId =
      number.groupId ?? (number.menuId === null ? undefined : this.tables.menus.get(number.menuId)?.groupId);
    if (groupId !== undefined) this.figures.addClaim(groupId, 'reserved/sip', '', sign);
  }

  private setMenu(id: string, before: MenuRow | undefined, after: MenuRow | undefined): void {
    if (before !== undefined) {
      this.menusByGroup.remove(before.groupId, id);
      for (const member of [...before.users, ...before.groups]) this.menusByMember.remove(member, id);
      this.figures.addClaim(before.groupId, 'reserved/sip', '', -this.sipNumbersOf(id));
    }
    this.store('menus', id, after);
    if (after !== undefined) {
      this.menusByGroup.add(after.groupId, id);
      for (const member of [...after.users, ...after.groups]) this.menusByMember.add(member, id);
      this.figures.addClaim(after.groupId, 'reserved/sip', '', this.sipNumbersOf(id));
    }
  }
}

/** What one group adds to the counts over the subtrees that it is in. */
function ofItself({ kind, restriction }: GroupRow): Partial<SubtreeCount> {
  return {
    groups: 1,
    projects: kind === 'complex' || kind === 'office' ? 1 : 0,
    pools: restriction === 'own' ? 1 : 0,
    apartments: kind === 'apartment' ? 1 : 0,
  };
}

/** What rules and queries see of the model: everything but the means to change it. */
export type View = Omit<
  Model,
  'put' | 'remove' | 'fork' | 'record' | 'mark' | 'changesSince' | 'rollback' | 'apply' | 'revert' | 'settle'
>;
