import { sameJson } from '../kernel/json';
import { maxMobileNumbers } from '../catalogue/license-types';
import type { View } from '../model/model';
import type { Age, Change, NumberRow, UserRow } from '../model/rows';
import { refuse, type Refusal } from './refusals';
import type { Act } from './act';
import { judgeGroupMove, judgeUserMove } from './claims';
import { deviceLike, numberLike } from './likeness';
import { lockedAbove } from './locked';
import { mobileNumbersOf } from './mobile-numbers';
import { refuseWindow } from './windows';

/**
 * The rules that an undo must leave whole although no intent checked them: what it restores may no longer fit what came after.
 * Shortages are judged like those of every other act; this is about the shape (D1, D2, D11, U2, U5–U7).
 */
export function refuseBrokenShape(view: View, changes: readonly Change[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const change of changes) {
    for (const userId of holdersAfter(change)) refusals.push(...refuseHolder(view, userId));
    if (change.table === 'seats' && change.after?.poolId != null)
      refusals.push(...refuseSeatPlace(view, change.id, change.after.poolId));
    switch (change.table) {
      case 'groups':
        if (change.after?.restriction === 'inherit') refusals.push(...refuseBlocksPresent(view, change.id));
        break;
      case 'blocks':
        // One end of a window may have moved since the other was set.
        if (change.after !== undefined) refusals.push(...refuseWindow(change.after));
        if (change.after?.source === 'allocation') {
          const group = view.row('groups', change.after.groupId);
          if (group !== undefined && group.restriction !== 'own')
            refusals.push(refuse('NOT_RESTRICTED', { groupId: group.id }));
        }
        break;
      case 'numbers':
        if (change.after !== undefined) refusals.push(...refuseNumber(view, change.after));
        break;
      case 'users':
        if (change.after !== undefined) refusals.push(...refuseUser(view, change.after));
        break;
      case 'seats':
        if (change.before?.userId != null) refusals.push(...refuseMobilesWithoutSeat(view, change.before.userId));
        break;
      default:
    }
  }
  return refusals;
}

/** U5: mobile numbers attached since to somebody who would lose the seat they stand on are newer and depend on it. */
function refuseMobilesWithoutSeat(view: View, userId: string): readonly Refusal[] {
  if (view.row('users', userId) === undefined || view.seatOf(userId) !== undefined) return [];
  const mobiles = mobileNumbersOf(view, userId);
  return mobiles > 0 ? [refuse('STALE', { field: 'dependents', expected: 0, actual: mobiles, id: userId })] : [];
}

/** D1: a group that inherits again holds no allocations. */
function refuseBlocksPresent(view: View, groupId: string): readonly Refusal[] {
  const blocks = [...view.blocksOf(groupId)].filter((id) => view.row('blocks', id)?.source === 'allocation').length;
  return blocks > 0 ? [refuse('BLOCKS_PRESENT', { groupId, blocks })] : [];
}

function refuseNumber(view: View, number: NumberRow): readonly Refusal[] {
  const uses = [number.seatId, number.userId, number.groupId, number.menuId].filter((use) => use !== null);
  // U7: somebody else has taken the number since.
  if (uses.length > 1) return [refuse('NUMBER_IN_USE', { numberId: number.id })];
  if (number.userId === null) return [];
  const user = view.row('users', number.userId);
  if (user === undefined) return [];
  if (user.lifecycle === 'archived') return [refuse('USER_ARCHIVED', { userId: user.id })];
  if (number.kind === 'mobile') {
    const seat = view.seatOf(user.id);
    if (seat === undefined) return [refuse('SEAT_REQUIRED', { userId: user.id }, 'U5')];
    if (mobileNumbersOf(view, user.id) > maxMobileNumbers)
      return [refuse('MOBILE_LIMIT', { limit: maxMobileNumbers, seatId: seat.id })];
  }
  return refuseUser(view, user);
}

/** U4: a free seat lies in a pool; the one it came from may be none any more. */
function refuseSeatPlace(view: View, seatId: string, poolId: string): readonly Refusal[] {
  const isPool = view.row('groups', poolId)?.restriction === 'own';
  return isPool || view.row('seats', seatId)?.poolId !== poolId
    ? []
    : [refuse('STALE', { field: 'poolId', expected: poolId, actual: view.poolOf(poolId), id: seatId })];
}

/** Users who hold something by a changed row, or are changed themselves. */
function holdersAfter(change: Change): readonly string[] {
  if (change.after === undefined) return [];
  switch (change.table) {
    case 'users':
      return [change.id];
    case 'seats':
    case 'numbers':
      return change.after.userId === null ? [] : [change.after.userId];
    case 'menus':
      return change.after.users;
    default:
      return [];
  }
}

/** U2, U4: archived people hold nothing, be it that they are archived again or that something is given back to them. U5: three mobiles. */
function refuseHolder(view: View, userId: string): readonly Refusal[] {
  const user = view.row('users', userId);
  if (user === undefined) return [];
  const seat = view.seatOf(userId);
  const holds =
    seat !== undefined || view.numbersOf(userId).size > 0 || view.menusWith(userId).size > 0 || user.allowance !== null;
  if (user.lifecycle === 'archived') return holds ? [refuse('USER_ARCHIVED', { userId })] : [];
  return seat !== undefined && mobileNumbersOf(view, userId) > maxMobileNumbers
    ? [refuse('MOBILE_LIMIT', { limit: maxMobileNumbers, seatId: seat.id })]
    : [];
}

function refuseUser(view: View, user: UserRow): readonly Refusal[] {
  const limit = user.allowance?.sip ?? 0;
  return user.allowance !== null && view.sipNumbersOf(user.id) > limit
    ? [refuse('ALLOWANCE_EXCEEDED', { userId: user.id, limit })]
    : [];
}

/**
 * Refuses an undo that would bring back something although somebody has taken its place since: a number's value (U6), a device's serial (G4),
 * a user's one seat (U2), or a place in the tree that would close a circle (D11). Judged before the undo is made.
 */
export function refuseTaken(act: Act, changes: readonly Change[]): readonly Refusal[] {
  const { model: view } = act;
  const touched = new Set(changes.map((change) => change.id));
  const parents = new Map<string, string | null>();
  for (const change of changes)
    if (change.table === 'groups' && change.after !== undefined) parents.set(change.id, change.after.parentId);
  const refusals: Refusal[] = [];
  for (const change of changes) {
    if (change.after === undefined) continue;
    if (change.table === 'numbers' && change.before === undefined) {
      const numberId = numberLike(act, change.after.kind, change.after.value);
      if (numberId !== undefined && numberId !== change.id) refusals.push(refuse('DUPLICATE_NUMBER', { numberId }));
    }
    if (change.table === 'devices' && change.before === undefined) {
      const deviceId = deviceLike(act, change.after.serial);
      if (deviceId !== undefined && deviceId !== change.id)
        refusals.push(refuse('DUPLICATE_SERIAL', { deviceId, serial: change.after.serial }));
    }
    if (change.table === 'seats' && change.after.userId !== null) {
      const held = view.seatOf(change.after.userId);
      if (held !== undefined && held.id !== change.id && !touched.has(held.id))
        refusals.push(refuse('ALREADY_LICENSED', { userId: change.after.userId }));
    }
    if (change.table === 'groups' && closesCircle(view, parents, change.id))
      refusals.push(refuse('CYCLE', { groupId: change.id }));
  }
  return refusals;
}

function closesCircle(view: View, parents: ReadonlyMap<string, string | null>, groupId: string): boolean {
  const seen = new Set<string>();
  for (
    let id: string | null = groupId;
    id !== null;
    id = parents.has(id) ? (parents.get(id) ?? null) : (view.row('groups', id)?.parentId ?? null)
  ) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}

/** D10 for moves that an undo takes back: what was claimed since is no more transferable than in any move. Judged before the undo is made. */
export function refuseTransfers(view: View, changes: readonly Change[], since: Age): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const change of changes) {
    if (change.before === undefined || change.after === undefined) continue;
    if (
      change.table === 'groups' &&
      change.after.parentId !== null &&
      change.before.parentId !== change.after.parentId
    ) {
      if (view.row('groups', change.after.parentId) === undefined || view.isWithin(change.after.parentId, change.id))
        continue;
      const { refusal } = judgeGroupMove(view, change.before, change.after.parentId, since);
      if (refusal !== null) refusals.push(refusal);
    }
    if (
      change.table === 'users' &&
      change.before.groupId !== change.after.groupId &&
      view.row('groups', change.after.groupId) !== undefined
    ) {
      const { refusal } = judgeUserMove(view, change.before, change.after.groupId, since);
      if (refusal !== null) refusals.push(refusal);
    }
  }
  return refusals;
}

/** D11 for an undo: every row it changes lies in some group, before or after, that may be locked; taking back the locking alone is no such change. */
export function refuseLockedChanges(view: View, changes: readonly Change[]): readonly Refusal[] {
  const locked = new Set<string>();
  for (const change of changes) {
    for (const groupId of groupsOf(view, change)) {
      if (view.row('groups', groupId) === undefined) continue;
      const id = lockedAbove(view, groupId);
      if (id !== null && !(id === groupId && changesStatusAlone(change))) locked.add(id);
    }
  }
  return [...locked].sort().map((groupId) => refuse('LOCKED', { groupId }));
}

function changesStatusAlone(change: Change): boolean {
  return (
    change.table === 'groups' &&
    change.before !== undefined &&
    change.after !== undefined &&
    sameJson({ ...change.before, status: '' }, { ...change.after, status: '' })
  );
}

function groupsOf(view: View, change: Change): readonly string[] {
  const groups: unknown[] = [];
  for (const row of [change.before, change.after]) {
    if (row === undefined) continue;
    const fields: { readonly [field: string]: unknown } = { ...row };
    const { userId, menuId } = fields;
    if (change.table === 'groups') groups.push(row.id, fields['parentId']);
    groups.push(fields['groupId'], fields['poolId']);
    if (typeof userId === 'string') groups.push(view.row('users', userId)?.groupId);
    if (typeof menuId === 'string') groups.push(view.row('menus', menuId)?.groupId);
  }
  return groups.filter((id) => typeof id === 'string');
}
