import BTree from 'sorted-btree';
import { addDays } from '../kernel/day';
import type { FigureName } from './figures';
import { invertChanges } from './change-log';
import type { SubtreeCount } from './group-figures';
import { ownIn } from './layers';
import { ModelView, type ModelParts } from './model-view';
import {
  isKeyed,
  type BlockRow,
  type Change,
  type GrantRow,
  type GroupRow,
  type MenuRow,
  type NumberRow,
  type Rows,
  type SeatRow,
  type TableName,
  type UserRow,
} from './rows';
import { addToTimeline } from './timeline';
import { resourceNames } from './vocabulary';

/**
 * The state of an account in memory: rows by table, and every index and figure the rules need, kept up to date by each
 * change in O(depth). It knows no rule; it only counts. Everything that changes is recorded, so that it can be taken back.
 */
export class Model extends ModelView {
  private recorded: Change[] = [];

  /**
   * The same account to try something on: what changes in it is not seen here. Making one costs nothing that grows with
   * the account. It holds as long as this model stays as it is.
   */
  fork(): Model {
    return new Model(this);
  }

  /** An account that was frozen, to go on with. */
  static on(frozen: ModelParts): Model {
    return new Model(undefined, frozen);
  }

  // ---- changing ----

  /** Makes or replaces a row. An id that goes away is retired for ever. */
  put<T extends TableName>(table: T, row: Rows[T]): void {
    const before = this.tables[table].get(row.id);
    if (before === undefined && this.tables.retired.has(row.id) && !isKeyed(table))
      this.record({ table: 'retired', id: row.id, before: this.tables.retired.get(row.id), after: undefined });
    this.record({ table, id: row.id, before, after: row } as Change);
  }

  remove(table: TableName, id: string): void {
    const before = this.tables[table].get(id);
    if (before === undefined) return;
    this.record({ table, id, before, after: undefined } as Change);
    if (!isKeyed(table)) this.record({ table: 'retired', id, before: undefined, after: { id } });
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
          this.likenesses.removeDevice(change.before);
        }
        this.store('devices', change.id, change.after);
        if (change.after !== undefined) {
          this.devicesByGroup.add(change.after.groupId, change.id);
          this.deviceBySerial.set(change.after.serial, change.id);
          this.likenesses.addDevice(change.after);
        }
        return;
      case 'reservations':
        for (const [row, sign] of [[change.before, -1] as const, [change.after, 1] as const])
          if (row !== undefined) this.figures.addClaim(row.poolId, `taken/${row.typeId}`, '', sign * row.quantity);
        this.store('reservations', change.id, change.after);
        return;
      case 'grants':
        if (change.before !== undefined) this.countGrant(change.before, -1);
        if (change.after !== undefined) this.countGrant(change.after, 1);
        this.store('grants', change.id, change.after);
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
      case 'authors':
        this.latestActs = null;
        if (change.after === undefined) this.tables.authors.delete(change.id);
        else this.tables.authors.set(change.id, change.after);
        return;
      case 'types':
        this.typesById = null;
        this.store('types', change.id, change.after);
        return;
      case 'account':
      case 'units':
      case 'protection':
      case 'computers':
      case 'invitations':
      case 'ledger':
      case 'prices':
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

  /** What was given to another ledger is handed out of the root's pool. */
  private countGrant(grant: GrantRow, sign: 1 | -1): void {
    if (grant.direction !== 'given') return;
    const left = grant.quantity - grant.returned;
    const change = new Map<string, number>();
    addToTimeline(change, grant, sign);
    for (const [day, unit] of change) {
      this.figures.addClaim(this.account.rootId, `out/${grant.typeId}`, day, unit * left);
      for (const resource of resourceNames)
        this.figures.addClaim(
          this.account.rootId,
          `outFeature/${resource}`,
          day,
          unit * left * (grant.resources?.[resource] ?? 0),
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
    // Who has left draws on nothing from the day after.
    const ends = user.until == null ? null : addDays(user.until, 1);
    const claim = (name: FigureName, amount: number): void => {
      this.figures.addClaim(user.groupId, name, '', amount);
      if (ends !== null) this.figures.addClaim(user.groupId, name, ends, -amount);
    };
    if (seat !== undefined) claim(`seats/${seat.typeId}`, sign);
    if (user.allowance !== null) {
      for (const resource of resourceNames) claim(`reserved/${resource}`, sign * (user.allowance[resource] ?? 0));
    } else if (seat === undefined) {
      claim('reserved/sip', sign * this.sipNumbersOf(userId));
    }
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
      this.likenesses.removeNumber(before);
    }
    this.store('numbers', id, after);
    if (after !== undefined) {
      this.numbers.add(after);
      this.likenesses.addNumber(after);
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

/** Counts that one group adds to the subtrees that it is in. */
function ofItself({ kind, restriction }: GroupRow): Partial<SubtreeCount> {
  return {
    groups: 1,
    projects: kind === 'complex' || kind === 'office' ? 1 : 0,
    pools: restriction === 'own' ? 1 : 0,
    apartments: kind === 'apartment' ? 1 : 0,
  };
}

/** The model as rules and queries see it: everything but the means to change it. */
export type View = Pick<ModelView, keyof ModelView>;
