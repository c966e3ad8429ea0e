import { catalogueOf } from '../catalogue/license-types';
import { isRestDue, type Sliced } from '../kernel/slices';
import type { Act } from './act';
import type { GroupRow, NumberRow, SeatRow } from '../model/rows';
import type { View } from '../model/model';
import { isReleasedByMove } from './claims';
import { endReservation } from './reservations';

/** Makes a number free; it keeps its value. */
export function freeNumber(act: Act, number: NumberRow): void {
  act.put('numbers', { ...number, seatId: null, userId: null, groupId: null, menuId: null, age: null });
}

/** Frees the numbers attached to a user, group or menu, or only some of them. */
function freeNumbersOf(act: Act, ownerId: string, which: (number: NumberRow) => boolean = () => true): void {
  for (const id of [...act.model.numbersOf(ownerId)].sort()) {
    const number = act.model.row('numbers', id);
    if (number !== undefined && which(number)) freeNumber(act, number);
  }
}

/** U4: a held seat stays in its pool with its number, free; mobile numbers beside its own become free. */
export function freeSeat(act: Act, seat: SeatRow): void {
  if (seat.userId === null) return;
  const userId = seat.userId;
  const poolId = act.model.poolOf(act.model.user(userId).groupId);
  act.put('seats', { ...seat, userId: null, poolId, age: act.nextAge() });
  freeNumbersOf(act, userId, (number) => number.kind === 'mobile');
}

/** Ends a seat altogether: its number becomes free, and so do the mobile numbers beside it. */
export function dissolveSeat(act: Act, seat: SeatRow): void {
  const number = act.model.row('numbers', seat.numberId);
  act.remove('seats', seat.id);
  if (number !== undefined) freeNumber(act, number);
  if (seat.userId !== null) freeNumbersOf(act, seat.userId, (attached) => attached.kind === 'mobile');
}

/** Takes a user or a group out of every voice menu. */
export function leaveMenus(act: Act, memberId: string): void {
  for (const menuId of [...act.model.menusWith(memberId)].sort()) {
    const menu = act.model.row('menus', menuId);
    if (menu === undefined) continue;
    act.put('menus', {
      ...menu,
      users: menu.users.filter((id) => id !== memberId),
      groups: menu.groups.filter((id) => id !== memberId),
    });
  }
}

/** U4: what removing or archiving somebody gives back: the seat stays in its pool, other numbers become free, memberships and allowance end. */
export function releaseUser(act: Act, userId: string): void {
  const seat = act.model.seatOf(userId);
  if (seat !== undefined) freeSeat(act, seat);
  freeNumbersOf(act, userId);
  leaveMenus(act, userId);
  const user = act.model.user(userId);
  if (user.allowance !== null) act.put('users', { ...user, allowance: null, allowanceAge: null });
}

/** D10 `release` for one user who moves: seat, allowance, attached SIP and mobile numbers. `stays` tells whether the seat's pool stays behind. */
export function releaseClaimsOfUser(act: Act, userId: string, stays: (poolId: string) => boolean): void {
  const seat = act.model.seatOf(userId);
  if (seat !== undefined) {
    if (stays(act.model.poolOf(act.model.user(userId).groupId))) freeSeat(act, seat);
    else dissolveSeat(act, seat);
  }
  freeNumbersOf(act, userId, isReleasedByMove);
  const user = act.model.user(userId);
  if (user.allowance !== null) act.put('users', { ...user, allowance: null, allowanceAge: null });
}

/** D10: whether a group has something of its own that a releasing move gives back. */
export function givesBack(view: View, group: GroupRow): boolean {
  const hasNumber = (ownerId: string): boolean =>
    [...view.numbersOf(ownerId)].some((id) => {
      const number = view.row('numbers', id);
      return number !== undefined && isReleasedByMove(number);
    });
  return (
    hasNumber(group.id) ||
    [...view.blocksOf(group.id)].some((id) => view.row('blocks', id)?.source === 'allocation') ||
    [...view.menusOf(group.id)].some(hasNumber) ||
    [...view.usersOf(group.id)].some(
      (id) => view.seatOf(id) !== undefined || view.user(id).allowance !== null || hasNumber(id),
    )
  );
}

/** D10 `release` for a whole subtree that moves. */
export function releaseClaimsOfSubtree(act: Act, groupId: string): void {
  const { model } = act;
  const groups = [...model.subtree(groupId)];
  const moving = new Set(groups.map((group) => group.id));
  for (const group of groups) {
    for (const userId of [...model.usersOf(group.id)].sort())
      releaseClaimsOfUser(act, userId, (poolId) => !moving.has(poolId));
    freeNumbersOf(act, group.id, isReleasedByMove);
    for (const menuId of model.menusOf(group.id)) freeNumbersOf(act, menuId, isReleasedByMove);
    for (const blockId of [...model.blocksOf(group.id)].sort())
      if (model.row('blocks', blockId)?.source === 'allocation') act.remove('blocks', blockId);
  }
}

/** D11: deletes a group with everything below it; what it held goes back to where it came from. */
export function* deleteSubtree(act: Act, groupId: string): Sliced<void> {
  const { model } = act;
  const groups = [...model.subtree(groupId)];
  const going = new Set(groups.map((group) => group.id));
  // Every group is gone through twice: for what it holds, and for itself.
  const of = groups.length * 2;
  for (const [index, group] of groups.entries()) {
    if (isRestDue(index)) yield { done: index, of };
    for (const userId of [...model.usersOf(group.id)].sort()) {
      const seat = model.seatOf(userId);
      if (seat !== undefined && going.has(model.poolOf(group.id))) dissolveSeat(act, seat);
      releaseUser(act, userId);
      act.remove('users', userId);
    }
    freeNumbersOf(act, group.id);
    for (const menuId of [...model.menusOf(group.id)].sort()) removeMenu(act, menuId);
    for (const deviceId of [...model.devicesOf(group.id)].sort()) removeDevice(act, deviceId);
    leaveMenus(act, group.id);
    for (const userId of [...model.administratorsOf(group.id)].sort()) {
      const user = model.user(userId);
      act.put('users', { ...user, adminOf: user.adminOf.filter((id) => id !== group.id) });
    }
  }
  for (const reservation of [...model.rows('reservations')])
    if (going.has(reservation.poolId)) endReservation(act, reservation.id);
  dissolveFreeSeatsIn(act, going);
  for (const group of groups) for (const blockId of [...model.blocksOf(group.id)].sort()) act.remove('blocks', blockId);
  for (const [index, group] of groups.reverse().entries()) {
    if (isRestDue(index)) yield { done: groups.length + index, of };
    act.remove('groups', group.id);
  }
}

/** Free seats lie in pools only; those of pools that go are dissolved. */
function dissolveFreeSeatsIn(act: Act, poolIds: ReadonlySet<string>): void {
  for (const poolId of poolIds) {
    if (act.model.row('groups', poolId)?.restriction !== 'own') continue;
    for (const seatId of freeSeatsIn(act, poolId)) {
      const seat = act.model.row('seats', seatId);
      if (seat !== undefined) dissolveSeat(act, seat);
    }
  }
}

/** D1: the free seats of a group that is no pool any more count in the pool around it. */
export function passFreeSeatsUp(act: Act, groupId: string): void {
  const above = act.model.poolAbove(groupId);
  for (const seatId of freeSeatsIn(act, groupId)) act.update('seats', seatId, { poolId: above });
}

/** The free seats of every type in a pool, the one free longest first within a type. */
function freeSeatsIn(act: Act, poolId: string): readonly string[] {
  return catalogueOf(act.model).seatTypes.flatMap(({ id }) => act.model.freeSeatsOf(poolId, id));
}

export function removeMenu(act: Act, menuId: string): void {
  freeNumbersOf(act, menuId);
  act.remove('menus', menuId);
}

/** D8: the device's free Basic unit ends with it. */
export function removeDevice(act: Act, deviceId: string): void {
  const device = act.model.row('devices', deviceId);
  if (device === undefined) return;
  act.remove('devices', deviceId);
  act.remove('blocks', device.blockId);
}
