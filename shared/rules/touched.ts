import { laterDay, type Day } from '../kernel/day';
import { licenseType } from '../catalogue/license-types';
import { licenseTypeIds, resourceNames, type LicenseTypeId } from '../model/vocabulary';
import type { Figures } from '../model/figures';
import type { View } from '../model/model';
import type { BlockRow, Change, GroupRow, Resources } from '../model/rows';

/**
 * Pools that changes touch, and the days on which they must be judged (D3, D6): gathered here, decided in `amounts`.
 * Days follow D3: a claim on `max(today, its new validFrom)`; supply that is lowered, removed or put off on `max(today, its old validFrom)`;
 * an end brought forward on today when the new end is before today.
 */
export class Touched {
  /** Units to be judged, as `pool`, `typeId` and `day`. */
  readonly units = new Map<string, { readonly pool: string; readonly typeId: LicenseTypeId; readonly day: Day }>();
  /** Resources to be judged. */
  readonly resources = new Map<string, { readonly pool: string; readonly day: Day }>();
  /** Pools and types whose later days and free seats may be affected (D4, U8). */
  readonly poolTypes = new Map<string, { readonly pool: string; readonly typeId: LicenseTypeId }>();
  /** Pools whose resources on later days may be affected (D4). */
  readonly resourcePools = new Set<string>();

  addUnits(pool: string, typeId: LicenseTypeId, day: Day): void {
    this.notePoolType(pool, typeId);
    if (typeId !== 'link.feature') this.units.set(`${pool}/${typeId}/${day}`, { pool, typeId, day });
  }

  addResources(pool: string, day: Day): void {
    this.resourcePools.add(pool);
    this.resources.set(`${pool}/${day}`, { pool, day });
  }

  notePoolType(pool: string, typeId: LicenseTypeId): void {
    this.poolTypes.set(`${pool}/${typeId}`, { pool, typeId });
    if (licenseType(typeId).mode === 'quota') this.resourcePools.add(pool);
  }
}

/** Gathers what net changes touch; the view is the one after them. */
export function touchedBy(view: View, changes: readonly Change[], today: Day): Touched {
  const touched = new Touched();
  for (const change of changes) {
    switch (change.table) {
      case 'blocks':
        touchBlock(view, touched, change.before, change.after, today);
        break;
      case 'seats': {
        const { before, after } = change;
        if (after?.userId != null) {
          const pool = view.poolOf(view.user(after.userId).groupId);
          touched.addUnits(pool, after.typeId, today);
          touched.addResources(pool, today);
        }
        if (before?.userId != null) touchUser(view, touched, before.userId, today);
        if (after?.poolId != null) touched.notePoolType(after.poolId, after.typeId);
        break;
      }
      case 'users':
        if (change.after !== undefined) touchUser(view, touched, change.id, today);
        break;
      case 'numbers': {
        const { after } = change;
        if (after?.userId != null) touchUser(view, touched, after.userId, today);
        const groupId =
          after?.groupId ?? (after?.menuId == null ? undefined : view.row('menus', after.menuId)?.groupId);
        if (groupId != null) touched.addResources(view.poolOf(groupId), today);
        break;
      }
      case 'groups':
        touchGroup(view, touched, change.before, change.after, today);
        break;
      case 'units':
        for (const pool of view.pools()) touched.addResources(pool, today);
        break;
      default:
    }
  }
  return touched;
}

function touchUser(view: View, touched: Touched, userId: string, today: Day): void {
  const user = view.row('users', userId);
  if (user === undefined) return;
  const pool = view.poolOf(user.groupId);
  touched.addResources(pool, today);
  const seat = view.seatOf(userId);
  if (seat !== undefined) touched.addUnits(pool, seat.typeId, today);
}

function isPool(view: View, groupId: string): boolean {
  return view.row('groups', groupId)?.restriction === 'own';
}

function touchBlock(
  view: View,
  touched: Touched,
  before: BlockRow | undefined,
  after: BlockRow | undefined,
  today: Day,
): void {
  const block = after ?? before;
  if (block === undefined) return;
  if (block.source === 'device') {
    // Losing a device is warned, never refused (D6); so is where it goes.
    for (const groupId of [before?.groupId, after?.groupId])
      if (groupId !== undefined && view.row('groups', groupId) !== undefined)
        touched.notePoolType(view.poolOf(groupId), 'link.basic');
    return;
  }
  const groupId = block.groupId;
  if (isPool(view, groupId)) {
    for (const typeId of new Set([before?.typeId, after?.typeId]))
      if (typeId !== undefined) touched.notePoolType(groupId, typeId);
    for (const day of lossDays(before, after, today)) {
      if (before !== undefined) touched.addUnits(groupId, before.typeId, day);
      touched.addResources(groupId, day);
      // A trial is what every pool lives on (D2).
      if (block.typeId === 'link.trial') for (const pool of view.pools()) touched.addResources(pool, day);
    }
  }
  if (block.source === 'trial') for (const pool of view.pools()) touched.resourcePools.add(pool);
  if (block.source !== 'allocation' || view.row('groups', groupId) === undefined) return;
  const above = view.poolAbove(groupId);
  if (above === null) return;
  touched.notePoolType(above, block.typeId);
  if (after !== undefined) {
    const day = laterDay(today, after.validFrom ?? today);
    touched.addUnits(above, after.typeId, day);
    touched.addResources(above, day);
  }
}

/** D3: the days on which supply that changed must be judged; none where nothing is lost but a later end. */
function lossDays(before: BlockRow | undefined, after: BlockRow | undefined, today: Day): readonly Day[] {
  if (before === undefined) return [];
  const start = laterDay(today, before.validFrom ?? today);
  if (
    after === undefined ||
    after.typeId !== before.typeId ||
    after.quantity < before.quantity ||
    givesLess(after.resources, before.resources)
  )
    return [start];
  const days: Day[] = [];
  if ((after.validFrom ?? '') > (before.validFrom ?? '')) days.push(start);
  if (
    after.validUntil !== null &&
    after.validUntil < today &&
    (before.validUntil === null || before.validUntil > after.validUntil)
  )
    days.push(today);
  return days;
}

function givesLess(after: Resources | null, before: Resources | null): boolean {
  return resourceNames.some((resource) => (after?.[resource] ?? 0) < (before?.[resource] ?? 0));
}

function touchGroup(
  view: View,
  touched: Touched,
  before: GroupRow | undefined,
  after: GroupRow | undefined,
  today: Day,
): void {
  if (after === undefined) {
    // What was deleted gave its devices' units to the pool around it (D6: warned, not refused).
    if (before?.parentId != null && view.row('groups', before.parentId) !== undefined)
      touched.notePoolType(view.poolOf(before.parentId), 'link.basic');
    return;
  }
  if (before === undefined || (before.parentId === after.parentId && before.restriction === after.restriction)) return;
  if (
    before.parentId !== null &&
    before.parentId !== after.parentId &&
    view.row('groups', before.parentId) !== undefined
  ) {
    const old = view.poolOf(before.parentId);
    for (const typeId of licenseTypeIds) touched.notePoolType(old, typeId);
  }
  const pools = new Set([view.poolOf(after.id), ...(after.parentId === null ? [] : [view.poolOf(after.parentId)])]);
  for (const pool of pools) {
    // The pool around a restricted group is touched by the group's blocks only; a new pool by all that its territory claims.
    const days = new Set([today]);
    for (const figures of after.restriction === 'own' && pool !== after.id
      ? [view.supplyOf(after.id)]
      : [view.territoryFigures(after.id)]) {
      for (const [typeId, starts] of claimStarts(figures, today))
        for (const day of starts) {
          touched.addUnits(pool, typeId, day);
          days.add(day);
        }
    }
    for (const typeId of licenseTypeIds) touched.notePoolType(pool, typeId);
    for (const day of days) touched.addResources(pool, day);
  }
}

/** For each type that figures hold claims of: today and the later days on which more of them begin. */
function claimStarts(figures: Figures, today: Day): ReadonlyMap<LicenseTypeId, ReadonlySet<Day>> {
  const starts = new Map<LicenseTypeId, Set<Day>>();
  for (const [name, timeline] of figures.entries()) {
    const [kind, typeId] = name.split('/') as [string, LicenseTypeId | undefined];
    if (typeId === undefined || (kind !== 'out' && kind !== 'seats' && kind !== 'supply')) continue;
    const days = starts.get(typeId) ?? new Set([today]);
    for (const [day, amount] of timeline) if (day > today && amount > 0) days.add(day);
    starts.set(typeId, days);
  }
  return starts;
}
