import { sameJson } from '../kernel/json';
import type { View } from '../model/model';
import type { BlockRow, Change, GroupRow, NumberRow, SeatRow, UserRow } from '../model/rows';
import type { Actor } from './actor';
import { permit, permitBase, permitOnUser, permitRole, type Right } from './permission';
import { refuse, type Refusal } from './refusals';
import { baseOfRole } from './roles';

/**
 * P4: an undo needs the right to what it brings about, judged row by row on today's state: what appears needs the right to
 * make it, what goes the right to remove it, a move both places, a role the right to give it.
 */
export function permitChanges(view: View, actor: Actor | null, changes: readonly Change[]): readonly Refusal[] {
  if (actor === null) return permit(view, actor, 'groups', null);
  if (actor.role === 'owner') return [];
  const rights = new UndoRights(view, actor, changes);
  return changes.flatMap((change) => rights.permit(change));
}

class UndoRights {
  private readonly groups = new Map<string, GroupRow>();
  private readonly users = new Map<string, UserRow>();
  private readonly menus = new Map<string, string>();
  private readonly seats = new Set<string>();

  constructor(
    private readonly view: View,
    private readonly actor: Actor,
    changes: readonly Change[],
  ) {
    for (const change of changes) {
      if (change.table === 'groups' && change.after !== undefined) this.groups.set(change.id, change.after);
      if (change.table === 'users' && change.after !== undefined) this.users.set(change.id, change.after);
      if (change.table === 'menus' && change.after !== undefined) this.menus.set(change.id, change.after.groupId);
      if (change.table === 'seats') this.seats.add(change.id);
    }
  }

  permit(change: Change): readonly Refusal[] {
    const { view, actor } = this;
    switch (change.table) {
      case 'groups':
        return this.permitGroup(change.before, change.after);
      case 'blocks':
        return [change.before, change.after].flatMap((block) => (block === undefined ? [] : this.permitBlock(block)));
      case 'users':
        return this.permitUser(change.before, change.after);
      case 'seats':
        return [change.before, change.after].flatMap((seat) => (seat === undefined ? [] : this.permitSeat(seat)));
      case 'numbers':
        return this.permitNumber(change.before, change.after);
      case 'ranges':
        return permit(view, actor, 'groups', null);
      case 'menus':
      case 'devices':
        return [change.before, change.after].flatMap((row) =>
          row === undefined ? [] : this.at('groups', row.groupId),
        );
      case 'roles':
        return [change.before, change.after].flatMap((role) =>
          role === undefined ? [] : permitBase(view, actor, role.base),
        );
      case 'account':
      case 'units':
      case 'prices':
      case 'types':
      case 'grants':
      case 'requests':
        return permit(view, actor, 'purchases', null);
      case 'fields':
        return permit(view, actor, 'roles', null);
      case 'plans':
        return permit(view, actor, 'groups', null);
      case 'reservations':
        return [change.before, change.after].flatMap((row) => (row === undefined ? [] : this.at('seats', row.poolId)));
      case 'protection':
      case 'computers':
      case 'invitations':
      case 'retired':
      case 'authors':
      case 'ledger':
        return [];
    }
  }

  /** A right at a group, or where the group itself comes back, at the nearest one above it that is there. */
  private at(right: Right, groupId: string): readonly Refusal[] {
    return permit(this.view, this.actor, right, this.nearest(groupId));
  }

  private nearest(groupId: string): string {
    const seen = new Set<string>();
    let id = groupId;
    while (this.view.row('groups', id) === undefined && !seen.has(id)) {
      seen.add(id);
      id = this.groups.get(id)?.parentId ?? this.view.root.id;
    }
    return id;
  }

  private permitGroup(before: GroupRow | undefined, after: GroupRow | undefined): readonly Refusal[] {
    const places = [before?.id, before === undefined || before.parentId !== after?.parentId ? after?.parentId : null];
    const restricts = before !== undefined && after !== undefined && before.restriction !== after.restriction;
    return [
      ...places.flatMap((groupId) => (groupId == null ? [] : this.at('groups', groupId))),
      ...(restricts ? this.at('allocate', after.id) : []),
    ];
  }

  private permitBlock(block: BlockRow): readonly Refusal[] {
    if (block.source === 'device') return this.at('groups', block.groupId);
    if (block.source !== 'allocation') return permit(this.view, this.actor, 'purchases', null);
    // On a group that comes back the allocation stands below whatever is administered above it.
    return this.view.row('groups', block.groupId) === undefined
      ? this.allocateBelow(this.nearest(block.groupId))
      : this.at('allocate', block.groupId);
  }

  private allocateBelow(groupId: string): readonly Refusal[] {
    return this.actor.role === 'technical'
      ? [refuse('NOT_PERMITTED', { role: this.actor.user.roleId, needs: 'allocate' })]
      : this.at('groups', groupId);
  }

  private permitUser(before: UserRow | undefined, after: UserRow | undefined): readonly Refusal[] {
    const { view, actor } = this;
    const refusals: Refusal[] = [];
    for (const user of before?.groupId === after?.groupId ? [after] : [before, after])
      if (user !== undefined) refusals.push(...this.at('users', user.groupId));
    if (before !== undefined) refusals.push(...permitOnUser(view, actor, before));
    if (after !== undefined && baseOfRole(view, after.roleId) !== undefined)
      refusals.push(...permitOnUser(view, actor, after));
    const place = this.nearest((after ?? before)?.groupId ?? view.root.id);
    if (before !== undefined && after !== undefined && before.roleId !== after.roleId)
      refusals.push(...permitRole(view, actor, before.roleId, place));
    if (after !== undefined && before?.roleId !== after.roleId)
      refusals.push(...permitRole(view, actor, after.roleId, place));
    for (const groupId of difference(before?.adminOf ?? [], after?.adminOf ?? []))
      // Somebody who goes takes along what he administered.
      if (after !== undefined) refusals.push(...this.at('roles', groupId));
    if (after !== undefined && !sameJson(before?.allowance ?? null, after.allowance))
      refusals.push(...this.at('seats', after.groupId));
    return refusals;
  }

  private permitSeat(seat: SeatRow): readonly Refusal[] {
    if (seat.userId === null) return seat.poolId === null ? [] : this.at('seats', seat.poolId);
    const user = this.view.row('users', seat.userId) ?? this.users.get(seat.userId);
    if (user === undefined) return [];
    return [...this.at('seats', user.groupId), ...permitOnUser(this.view, this.actor, user)];
  }

  private permitNumber(before: NumberRow | undefined, after: NumberRow | undefined): readonly Refusal[] {
    const refusals: Refusal[] = [];
    if (before === undefined || after === undefined) {
      // A number that came or went with a seat is the seat's matter.
      const seatId = (before ?? after)?.seatId;
      if (seatId == null || !this.seats.has(seatId)) refusals.push(...permit(this.view, this.actor, 'groups', null));
    }
    for (const number of [before, after]) {
      const groupId = number === undefined ? null : this.placeOf(number);
      if (groupId !== null) refusals.push(...this.at('groups', groupId));
    }
    return refusals;
  }

  private placeOf(number: NumberRow): string | null {
    if (number.groupId !== null) return number.groupId;
    if (number.menuId !== null)
      return this.view.row('menus', number.menuId)?.groupId ?? this.menus.get(number.menuId) ?? null;
    if (number.userId === null) return null;
    return (this.view.row('users', number.userId) ?? this.users.get(number.userId))?.groupId ?? null;
  }
}

function difference(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...one.filter((id) => !other.includes(id)), ...other.filter((id) => !one.includes(id))];
}
