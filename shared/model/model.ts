import BTree from 'sorted-btree';
import { compareText } from '../kernel/text';
import { resourceNames } from './vocabulary';
import { Figures, type FigureName } from './figures';
import { invertChanges } from './change-log';
import type {
  AccountRow, Age, BlockRow, Change, GroupRow, MenuRow, NumberKind, NumberRow, Rows, SeatRow, TableName, UserRow,
} from './rows';
import { tableNames } from './rows';
import { addToTimeline, type Timeline } from './timeline';

/** Counts over a subtree: groups with itself, users without the archived, seats held. */
export interface SubtreeCount {
  readonly groups: number;
  readonly users: number;
  readonly seats: number;
}

const noIds: ReadonlySet<string> = new Set();
const noCount: SubtreeCount = { groups: 0, users: 0, seats: 0 };
const noFigures = new Figures();

/**
 * The state of an account in memory: rows by table, and every index and figure the rules need, kept up to date by each
 * change in O(depth). It knows no rule; it only counts. Everything that changes is recorded, so that it can be taken back.
 */
export class Model {
  private readonly tables: { [T in TableName]: Map<string, Rows[T]> };
  private recorded: Change[] = [];

  private readonly tableOfId = new Map<string, TableName>();
  private readonly childIds = new Map<string, string[]>();
  private readonly blocksByGroup = new Map<string, Set<string>>();
  private readonly usersByGroup = new Map<string, Set<string>>();
  private readonly devicesByGroup = new Map<string, Set<string>>();
  private readonly menusByGroup = new Map<string, Set<string>>();
  private readonly numbersByOwner = new Map<string, Set<string>>();
  private readonly menusByMember = new Map<string, Set<string>>();
  private readonly administratorsByGroup = new Map<string, Set<string>>();
  private readonly usersByRole = new Map<string, Set<string>>();
  private readonly seatByUser = new Map<string, string>();
  private readonly freeSeats = new Map<string, BTree<Age, string>>();
  private readonly numberByValue = new Map<string, string>();
  private readonly freeNumbers = new Map<NumberKind, BTree<string, string>>();
  private readonly deviceBySerial = new Map<string, string>();
  private readonly ownGroups = new Set<string>();
  private readonly lowestUnused = new Map<string, string>();

  private readonly counts = new Map<string, SubtreeCount>();
  private readonly supply = new Map<string, Figures>();
  private readonly territory = new Map<string, Figures>();

  constructor() {
    this.tables = Object.fromEntries(tableNames.map((table) => [table, new Map()])) as unknown as { [T in TableName]: Map<string, Rows[T]> };
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
    return this.childIds.get(groupId) ?? [];
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
    while (group.kind !== 'complex' && group.kind !== 'office' && group.parentId !== null) group = this.group(group.parentId);
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
    return this.counts.get(groupId) ?? noCount;
  }

  /** Every group that is a pool. */
  pools(): ReadonlySet<string> {
    return this.ownGroups;
  }

  /** What a group's own blocks supply. */
  supplyOf(groupId: string): Figures {
    return this.supply.get(groupId) ?? noFigures;
  }

  /** What the inheriting part of the subtree at a group amounts to; at a pool: its territory. */
  territoryFigures(groupId: string): Figures {
    return this.territory.get(groupId) ?? noFigures;
  }

  // ---- reading what groups hold ----

  blocksOf(groupId: string): ReadonlySet<string> {
    return this.blocksByGroup.get(groupId) ?? noIds;
  }

  usersOf(groupId: string): ReadonlySet<string> {
    return this.usersByGroup.get(groupId) ?? noIds;
  }

  devicesOf(groupId: string): ReadonlySet<string> {
    return this.devicesByGroup.get(groupId) ?? noIds;
  }

  menusOf(groupId: string): ReadonlySet<string> {
    return this.menusByGroup.get(groupId) ?? noIds;
  }

  /** Numbers attached to a user, group or menu; a seat's own number is not among them. */
  numbersOf(ownerId: string): ReadonlySet<string> {
    return this.numbersByOwner.get(ownerId) ?? noIds;
  }

  /** Menus of which a user or a group is a member. */
  menusWith(memberId: string): ReadonlySet<string> {
    return this.menusByMember.get(memberId) ?? noIds;
  }

  administratorsOf(groupId: string): ReadonlySet<string> {
    return this.administratorsByGroup.get(groupId) ?? noIds;
  }

  usersWithRole(roleId: string): ReadonlySet<string> {
    return this.usersByRole.get(roleId) ?? noIds;
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
    return this.numberByValue.get(numberKey(kind, value));
  }

  /** The lowest free number of a kind, by value as text. */
  lowestFreeNumber(kind: NumberKind): string | undefined {
    const free = this.freeNumbers.get(kind);
    const lowest = free?.minKey();
    return lowest === undefined ? undefined : free?.get(lowest);
  }

  /** The lowest value of a SIP range that no number has, or none when all are used. */
  lowestUnusedIn(rangeId: string): string | undefined {
    const range = this.tables.ranges.get(rangeId);
    if (range === undefined) return undefined;
    let value = this.lowestUnused.get(rangeId) ?? range.from;
    while (value <= range.to && this.numberByValue.has(numberKey('sip', value))) {
      const next = String(Number(value) + 1).padStart(range.from.length, '0');
      // Past the last value of that many digits: a mark behind every value of the range.
      value = next.length > range.from.length ? `${range.to}~` : next;
    }
    // Values below are all used; a number that goes away lowers the mark again (`forgetUnused`).
    this.lowestUnused.set(rangeId, value);
    return value <= range.to ? value : undefined;
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
    if (table !== 'account' && table !== 'units' && table !== 'retired') this.record({ table: 'retired', id, before: undefined, after: { id } });
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
          removeFrom(this.devicesByGroup, change.before.groupId, change.id);
          this.deviceBySerial.delete(change.before.serial);
        }
        this.store('devices', change.id, change.after);
        if (change.after !== undefined) {
          addTo(this.devicesByGroup, change.after.groupId, change.id);
          this.deviceBySerial.set(change.after.serial, change.id);
        }
        return;
      case 'ranges':
        this.lowestUnused.delete(change.id);
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
    const stays = before !== undefined && after !== undefined && before.parentId === after.parentId && before.restriction === after.restriction;
    if (before !== undefined) {
      if (before.parentId !== null) this.removeChild(before.parentId, before);
      if (!stays) this.countGroup(before, -1);
      if (after === undefined) this.spreadCount(id, { groups: -1, users: 0, seats: 0 }, true);
    }
    this.store('groups', id, after);
    if (after !== undefined) {
      if (before === undefined) this.spreadCount(id, { groups: 1, users: 0, seats: 0 }, true);
      if (after.parentId !== null) this.addChild(after.parentId, after);
      if (!stays) this.countGroup(after, 1);
      if (after.restriction === 'own') this.ownGroups.add(id);
      else this.ownGroups.delete(id);
    } else {
      this.ownGroups.delete(id);
    }
  }

  /** Adds (or takes away) what a group's subtree means to those above it. */
  private countGroup(group: GroupRow, sign: 1 | -1): void {
    if (group.parentId === null) return;
    const count = this.count(group.id);
    this.spreadCount(group.parentId, { groups: sign * count.groups, users: sign * count.users, seats: sign * count.seats }, false);
    const figures = group.restriction === 'own' ? this.supply.get(group.id) : this.territory.get(group.id);
    if (figures === undefined) return;
    for (const [name, timeline] of figures.entries()) {
      const outward = group.restriction === 'own' ? outwardName(name) : name;
      if (outward !== undefined) this.spreadTimeline(group.parentId, outward, timeline, sign);
    }
  }

  private spreadCount(groupId: string, change: SubtreeCount, only: boolean): void {
    let id: string | null | undefined = groupId;
    while (id !== null && id !== undefined) {
      const count = this.count(id);
      const next = { groups: count.groups + change.groups, users: count.users + change.users, seats: count.seats + change.seats };
      if (next.groups === 0 && next.users === 0 && next.seats === 0) this.counts.delete(id);
      else this.counts.set(id, next);
      if (only) return;
      id = this.tables.groups.get(id)?.parentId;
    }
  }

  private spreadTimeline(groupId: string, name: FigureName, timeline: Timeline, sign: 1 | -1): void {
    for (const [day, amount] of timeline) this.spread(groupId, name, day, sign * amount);
  }

  /** Adds an amount to the territory figures from a group up to its nearest pool. */
  private spread(groupId: string, name: FigureName, day: string, amount: number): void {
    let id: string | null | undefined = groupId;
    while (id !== null && id !== undefined) {
      figuresAt(this.territory, id).change(name, day, amount);
      dropWhenEmpty(this.territory, id);
      const group: GroupRow | undefined = this.tables.groups.get(id);
      if (group === undefined || group.restriction === 'own') return;
      id = group.parentId;
    }
  }

  private addChild(parentId: string, group: GroupRow): void {
    let siblings = this.childIds.get(parentId);
    if (siblings === undefined) {
      siblings = [];
      this.childIds.set(parentId, siblings);
    }
    siblings.splice(this.childIndex(siblings, group), 0, group.id);
  }

  private removeChild(parentId: string, group: GroupRow): void {
    const siblings = this.childIds.get(parentId);
    if (siblings === undefined) return;
    const index = this.childIndex(siblings, group);
    if (siblings[index] === group.id) siblings.splice(index, 1);
    if (siblings.length === 0) this.childIds.delete(parentId);
  }

  /** Where a group stands, or would stand, among siblings sorted by order, then id. The group itself need not be stored. */
  private childIndex(siblings: readonly string[], group: GroupRow): number {
    let low = 0;
    let high = siblings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const id = siblings[middle] as string;
      const order = id === group.id ? group.order : this.group(id).order;
      if ((compareText(order, group.order) || compareText(id, group.id)) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private setBlock(id: string, before: BlockRow | undefined, after: BlockRow | undefined): void {
    if (before !== undefined) {
      removeFrom(this.blocksByGroup, before.groupId, id);
      this.countBlock(before, -1);
    }
    this.store('blocks', id, after);
    if (after !== undefined) {
      addTo(this.blocksByGroup, after.groupId, id);
      this.countBlock(after, 1);
    }
  }

  private countBlock(block: BlockRow, sign: 1 | -1): void {
    if (block.source === 'device') {
      this.spread(block.groupId, 'device', '', sign * block.quantity);
      return;
    }
    const change = new Map<string, number>();
    addToTimeline(change, block, sign);
    const named: [FigureName, number][] = [[`supply/${block.typeId}`, block.quantity]];
    if (block.resources !== null)
      for (const resource of resourceNames) named.push([`supplyFeature/${resource}`, block.quantity * (block.resources[resource] ?? 0)]);
    const group = this.tables.groups.get(block.groupId);
    const supply = figuresAt(this.supply, block.groupId);
    for (const [name, amount] of named) {
      if (amount === 0) continue;
      const outward = outwardName(name);
      for (const [day, unit] of change) {
        supply.change(name, day, unit * amount);
        if (group?.restriction === 'own' && group.parentId !== null && outward !== undefined) this.spread(group.parentId, outward, day, unit * amount);
      }
    }
    dropWhenEmpty(this.supply, block.groupId);
  }

  private setUser(id: string, before: UserRow | undefined, after: UserRow | undefined): void {
    if (before !== undefined) {
      this.countUser(id, -1);
      removeFrom(this.usersByGroup, before.groupId, id);
      removeFrom(this.usersByRole, before.roleId, id);
      for (const groupId of before.adminOf) removeFrom(this.administratorsByGroup, groupId, id);
    }
    this.store('users', id, after);
    if (after !== undefined) {
      addTo(this.usersByGroup, after.groupId, id);
      addTo(this.usersByRole, after.roleId, id);
      for (const groupId of after.adminOf) addTo(this.administratorsByGroup, groupId, id);
      this.countUser(id, 1);
    }
  }

  /** Adds (or takes away) what a user, with seat, allowance and SIP numbers, means to pool and subtree. */
  private countUser(userId: string, sign: 1 | -1): void {
    const user = this.tables.users.get(userId);
    if (user === undefined) return;
    const seat = this.seatOf(userId);
    const users = user.lifecycle === 'archived' ? 0 : sign;
    this.spreadCount(user.groupId, { groups: 0, users, seats: seat === undefined ? 0 : sign }, false);
    if (seat !== undefined) this.spread(user.groupId, `seats/${seat.typeId}`, '', sign);
    if (user.allowance !== null) {
      for (const resource of resourceNames) this.spread(user.groupId, `reserved/${resource}`, '', sign * (user.allowance[resource] ?? 0));
    } else if (seat === undefined) {
      this.spread(user.groupId, 'reserved/sip', '', sign * this.sipNumbersOf(userId));
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
      if (before.poolId !== null) this.freeSeats.get(`${before.poolId}/${before.typeId}`)?.delete(before.age);
    }
    this.store('seats', id, after);
    if (after !== undefined) {
      if (after.userId !== null) this.seatByUser.set(after.userId, id);
      if (after.poolId !== null) {
        const key = `${after.poolId}/${after.typeId}`;
        let free = this.freeSeats.get(key);
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
      this.numberByValue.delete(numberKey(before.kind, before.value));
      if (isFreeNumber(before)) this.freeNumbers.get(before.kind)?.delete(before.value);
      if (before.kind === 'sip') this.forgetUnused(before.value);
    }
    this.store('numbers', id, after);
    if (after !== undefined) {
      this.numberByValue.set(numberKey(after.kind, after.value), id);
      if (isFreeNumber(after)) {
        let free = this.freeNumbers.get(after.kind);
        if (free === undefined) {
          free = new BTree<string, string>(undefined, compareText);
          this.freeNumbers.set(after.kind, free);
        }
        free.set(after.value, id);
      }
      this.attachNumber(after, 1);
    }
  }

  private forgetUnused(value: string): void {
    for (const [rangeId, mark] of this.lowestUnused) {
      const range = this.tables.ranges.get(rangeId);
      if (range !== undefined && value.length === range.from.length && range.from <= value && value < mark) this.lowestUnused.set(rangeId, value);
    }
  }

  private attachNumber(number: NumberRow, sign: 1 | -1): void {
    const ownerId = number.userId ?? number.groupId ?? number.menuId;
    if (ownerId === null) return;
    if (number.userId !== null) this.countUser(number.userId, -1);
    if (sign === 1) addTo(this.numbersByOwner, ownerId, number.id);
    else removeFrom(this.numbersByOwner, ownerId, number.id);
    if (number.userId !== null) this.countUser(number.userId, 1);
    if (number.kind !== 'sip') return;
    const groupId = number.groupId ?? (number.menuId === null ? undefined : this.tables.menus.get(number.menuId)?.groupId);
    if (groupId !== undefined) this.spread(groupId, 'reserved/sip', '', sign);
  }

  private setMenu(id: string, before: MenuRow | undefined, after: MenuRow | undefined): void {
    if (before !== undefined) {
      removeFrom(this.menusByGroup, before.groupId, id);
      for (const member of [...before.users, ...before.groups]) removeFrom(this.menusByMember, member, id);
      this.spread(before.groupId, 'reserved/sip', '', -this.sipNumbersOf(id));
    }
    this.store('menus', id, after);
    if (after !== undefined) {
      addTo(this.menusByGroup, after.groupId, id);
      for (const member of [...after.users, ...after.groups]) addTo(this.menusByMember, member, id);
      this.spread(after.groupId, 'reserved/sip', '', this.sipNumbersOf(id));
    }
  }
}

/** What rules and queries see of the model: everything but the means to change it. */
export type View = Omit<Model, 'put' | 'remove' | 'record' | 'mark' | 'changesSince' | 'rollback' | 'apply' | 'revert' | 'settle'>;

/** Whether nothing uses a number: no seat, user, group or menu. */
export function isFreeNumber(number: NumberRow): boolean {
  return number.seatId === null && number.userId === null && number.groupId === null && number.menuId === null;
}

/** The blocks that a pool supplies itself with are claims on the pool above it. */
function outwardName(name: FigureName): FigureName | undefined {
  if (name.startsWith('supplyFeature/')) return `outFeature/${name.slice('supplyFeature/'.length)}` as FigureName;
  if (name.startsWith('supply/')) return `out/${name.slice('supply/'.length)}`;
  return undefined;
}

function numberKey(kind: NumberKind, value: string): string {
  // U6: compared without separators also where a sip: address keeps its dots.
  return `${kind === 'sip' ? 'sip' : 'phone'}/${value.replace(/[\s.\-/()]/g, '')}`;
}

function figuresAt(map: Map<string, Figures>, id: string): Figures {
  let figures = map.get(id);
  if (figures === undefined) {
    figures = new Figures();
    map.set(id, figures);
  }
  return figures;
}

function dropWhenEmpty(map: Map<string, Figures>, id: string): void {
  if (map.get(id)?.isEmpty === true) map.delete(id);
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}

function removeFrom(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) return;
  ids.delete(id);
  if (ids.size === 0) index.delete(key);
}
