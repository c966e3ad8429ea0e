import { laterDay, type Day } from '../kernel/day';
import { sameJson } from '../kernel/json';
import { catalogueOf, type Catalogue } from '../catalogue/license-types';
import { resourceNames, type LicenseTypeId } from '../model/vocabulary';
import type { Figures } from '../model/figures';
import type { View } from '../model/model';
import type { BlockRow, Change, GroupRow, Resources, UserRow } from '../model/rows';
import { isActive } from '../model/timeline';
import type { Act } from './act';
import { hasLeft } from './membership';

/**
 * Pools that changes touch, and the days on which they must be judged (D3, D6): gathered here, decided in `amounts`.
 * Days follow D3: a claim on `max(today, its new validFrom)`; supply that is lowered, removed or put off on `max(today, its old validFrom)`;
 * an end brought forward on today when the new end is before today.
 */
export class Touched {
  /** Units to be judged, as `pool`, `typeId` and `day`. */
  readonly units = new Map<
    string,
    {
      readonly pool: string;
      readonly typeId: LicenseTypeId;
      readonly day: Day;
      /** Units that the same act hands out afterwards: no matter of the claim that is judged on this day. */
      readonly laterUnits: number;
    }
  >();
  /** Resources to be judged. */
  readonly resources = new Map<string, { readonly pool: string; readonly day: Day }>();
  /** Pools and types whose later days and free seats may be affected (D4, U8). */
  readonly poolTypes = new Map<string, { readonly pool: string; readonly typeId: LicenseTypeId }>();
  /** Pools whose resources on later days may be affected (D4). */
  readonly resourcePools = new Set<string>();

  constructor(
    private readonly catalogue: Catalogue,
    /** True when pools below the touched ones are judged too, which version 1 did not. */
    readonly reachesBelow: boolean,
  ) {}

  addUnits(pool: string, typeId: LicenseTypeId, day: Day, laterUnits = 0): void {
    this.notePoolType(pool, typeId);
    if (typeId === 'link.feature') return;
    const key = `${pool}/${typeId}/${day}`;
    const known = this.units.get(key)?.laterUnits ?? laterUnits;
    this.units.set(key, { pool, typeId, day, laterUnits: Math.min(known, laterUnits) });
  }

  addResources(pool: string, day: Day): void {
    this.resourcePools.add(pool);
    this.resources.set(`${pool}/${day}`, { pool, day });
  }

  notePoolType(pool: string, typeId: LicenseTypeId): void {
    this.poolTypes.set(`${pool}/${typeId}`, { pool, typeId });
    if (this.catalogue.type(typeId).mode === 'quota') this.resourcePools.add(pool);
  }
}

/** Gathers what net changes touch; the act's model is as it is after them. */
export function touchedBy({ model: view, today, rules }: Act, changes: readonly Change[]): Touched {
  const touched = new Touched(catalogueOf(view), rules > 1);
  const handedOut = rules === 1 ? [] : newAllocations(changes);
  for (const change of changes) {
    switch (change.table) {
      case 'blocks':
        touchBlock(view, touched, change.before, change.after, today, handedOut);
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
        if (change.after !== undefined && (rules === 1 || changesClaims(change.before, change.after, today)))
          touchUser(view, touched, change.id, today);
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
      case 'reservations': {
        const row = change.after ?? change.before;
        if (row === undefined || view.row('groups', row.poolId) === undefined) break;
        const pool = view.poolOf(row.poolId);
        if ((change.after?.quantity ?? 0) > (change.before?.quantity ?? 0)) {
          touched.addUnits(pool, row.typeId, today);
          touched.addResources(pool, today);
        }
        touched.notePoolType(pool, row.typeId);
        break;
      }
      case 'grants': {
        const grant = change.after;
        if (grant?.direction !== 'given' || change.before !== undefined) break;
        const day = laterDay(today, grant.validFrom ?? today);
        touched.addUnits(view.root.id, grant.typeId, day);
        touched.addResources(view.root.id, day);
        break;
      }
      case 'units':
        for (const pool of view.pools()) touched.addResources(pool, today);
        break;
      case 'types':
        // What a unit of one's own type gives may have become less.
        if (change.before !== undefined && change.after?.mode === 'quota')
          for (const pool of view.pools()) touched.addResources(pool, today);
        break;
      default:
    }
  }
  return touched;
}

/**
 * Tells whether a user's row changed in what the pool around is asked for. Somebody new asks by an allowance alone: a seat and numbers
 * that come along are changes of their own. Whoever stays longer asks for more days, and for today where the last day was over.
 */
function changesClaims(before: UserRow | undefined, after: UserRow, today: Day): boolean {
  if (before === undefined) return after.allowance !== null;
  return (
    before.groupId !== after.groupId ||
    !sameJson(before.allowance, after.allowance) ||
    staysLonger(before, after, today)
  );
}

/** Tells whether somebody's last day is later than it was, and not over. */
function staysLonger(before: UserRow, after: UserRow, today: Day): boolean {
  return before.until != null && !hasLeft(after, today) && (after.until == null || after.until > before.until);
}

/** Allocations that an act makes, in the order of making. */
function newAllocations(changes: readonly Change[]): readonly BlockRow[] {
  const made: BlockRow[] = [];
  for (const change of changes)
    if (change.table === 'blocks' && change.before === undefined && change.after?.source === 'allocation')
      made.push(change.after);
  return made.length < 2 ? [] : made.sort((one, other) => one.age - other.age);
}

/**
 * Units of a type that an act takes out of a pool after a block of its own, and that count on a day. Several windows that
 * are allocated in one act are judged as if one after the other: what a later one makes short later is a warning (D4).
 */
function unitsHandedOutAfter(view: View, block: BlockRow, day: Day, made: readonly BlockRow[]): number {
  const pool = view.poolAbove(block.groupId);
  let units = 0;
  for (const other of made)
    if (
      other.age > block.age &&
      other.typeId === block.typeId &&
      isActive(other, day) &&
      view.row('groups', other.groupId) !== undefined &&
      view.poolAbove(other.groupId) === pool
    )
      units += other.quantity;
  return units;
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
  handedOut: readonly BlockRow[],
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
    touched.addUnits(above, after.typeId, day, unitsHandedOutAfter(view, after, day, handedOut));
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
    for (const { id } of catalogueOf(view).types) touched.notePoolType(old, id);
  }
  const pools = new Set([view.poolOf(after.id), ...(after.parentId === null ? [] : [view.poolOf(after.parentId)])]);
  for (const pool of pools) {
    // The pool around a restricted group is touched by the group's blocks only; a new pool by all that its territory claims.
    const days = new Set([today]);
    const isAround = after.restriction === 'own' && pool !== after.id;
    // Where the group stays, the blocks that it is given are judged one by one.
    if (isAround && touched.reachesBelow && before.parentId === after.parentId) continue;
    for (const figures of [isAround ? view.supplyOf(after.id) : view.territoryFigures(after.id)]) {
      for (const [typeId, starts] of claimStarts(figures, today))
        for (const day of starts) {
          touched.addUnits(pool, typeId, day);
          days.add(day);
        }
    }
    for (const { id } of catalogueOf(view).types) touched.notePoolType(pool, id);
    for (const day of days) touched.addResources(pool, day);
  }
}

/** For each type that figures hold claims of: today and the later days on which more of them begin. */
function claimStarts(figures: Figures, today: Day): ReadonlyMap<LicenseTypeId, ReadonlySet<Day>> {
  const starts = new Map<LicenseTypeId, Set<Day>>();
  for (const [name, timeline] of figures.entries()) {
    const [kind, typeId] = name.split('/') as [string, LicenseTypeId | undefined];
    if (typeId === undefined || (kind !== 'out' && kind !== 'seats' && kind !== 'supply' && kind !== 'taken')) continue;
    const days = starts.get(typeId) ?? new Set([today]);
    for (const [day, amount] of timeline) if (day > today && amount > 0) days.add(day);
    starts.set(typeId, days);
  }
  return starts;
}
