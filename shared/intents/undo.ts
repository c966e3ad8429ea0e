import { catalogueOf } from '../catalogue/license-types';
import { sameJson } from '../kernel/json';
import { isRestDue, type Progress, type Sliced } from '../kernel/slices';
import { netChanges } from '../model/change-log';
import type { View } from '../model/model';
import { isBookkeeping, type Change, type TableName } from '../model/rows';
import { isOwnTypeId } from '../model/vocabulary';
import { refuse, type Refusal } from '../rules/refusals';
import { usesOfType } from '../rules/types-in-use';

/** Fields whose change since does not stand in the way of an undo: position among siblings never counts. */
const ignoredFields: ReadonlySet<string> = new Set(['order']);

/** Planning is not counted: making is what takes long. */
const notYet: Progress = { done: 0, of: 1 };

type Fields = { readonly [field: string]: unknown };

/** Plan of an undo: what it would write, or why it would be stale. */
export interface UndoPlan {
  readonly refusals: readonly Refusal[];
  /** From the present rows to the restored ones, in the order in which they are to be made. */
  readonly changes: readonly Change[];
}

/**
 * Restores the former value of every field that a commit changed, on top of the present (undo): fields it did not change keep theirs.
 * `STALE` where one of them has changed since, or something newer depends on what would vanish.
 */
export function* planUndo(view: View, commitChanges: readonly Change[]): Sliced<UndoPlan> {
  const refusals: Refusal[] = [];
  const changes: Change[] = [];
  const undone = netChanges(commitChanges).filter((change) => !isBookkeeping(change.table));
  const vanishing = new Set(undone.filter((change) => change.before === undefined).map((change) => change.id));
  let done = 0;
  for (const change of [...undone].reverse()) {
    done += 1;
    if (isRestDue(done)) yield notYet;
    const present = view.row(change.table, change.id) as Fields | undefined;
    const planned = planRow(change, present);
    refusals.push(...planned.refusals);
    if (planned.changed)
      changes.push({ table: change.table, id: change.id, before: present, after: planned.row } as unknown as Change);
  }
  const changed = new Set(undone.map((change) => change.id));
  for (const id of vanishing) {
    done += 1;
    if (isRestDue(done)) yield notYet;
    refusals.push(...refuseDependents(view, id, changed));
  }
  const restored = new Set(undone.filter((change) => change.after === undefined).map((change) => change.id));
  for (const change of changes) {
    done += 1;
    if (isRestDue(done)) yield notYet;
    refusals.push(...refuseLostPlaces(view, change, restored), ...refuseOtherMode(view, change));
  }
  return { refusals, changes: inSafeOrder(view, changes) };
}

/** Restored rows first, then changes with groups nearest to the root first, so that no step closes a circle, then what vanishes. */
function inSafeOrder(view: View, changes: readonly Change[]): readonly Change[] {
  const parents = new Map<string, string | null>();
  for (const change of changes)
    if (change.table === 'groups' && change.after !== undefined) parents.set(change.id, change.after.parentId);
  const depthOf = (groupId: string): number => {
    let depth = 0;
    for (let id: string | null = groupId; id !== null && depth <= view.size('groups'); depth += 1)
      id = parents.has(id) ? (parents.get(id) ?? null) : (view.row('groups', id)?.parentId ?? null);
    return depth;
  };
  const restored = changes.filter((change) => change.before === undefined);
  const changed = changes.filter((change) => change.before !== undefined && change.after !== undefined);
  const moves = changed
    .filter((change) => change.table === 'groups')
    .map((change) => ({ change, depth: depthOf(change.id) }));
  return [
    ...restored,
    ...moves.sort((one, other) => one.depth - other.depth).map((move) => move.change),
    ...changed.filter((change) => change.table !== 'groups'),
    ...changes.filter((change) => change.after === undefined),
  ];
}

interface PlannedRow {
  readonly refusals: readonly Refusal[];
  readonly changed: boolean;
  readonly row: Fields | undefined;
}

function stale(change: Change, field: string, expected: unknown, actual: unknown): Refusal {
  return refuse('STALE', {
    field,
    expected: expected ?? null,
    actual: actual ?? null,
    table: change.table,
    id: change.id,
  });
}

function planRow(change: Change, present: Fields | undefined): PlannedRow {
  const before = change.before as Fields | undefined;
  const after = change.after as Fields | undefined;
  if (after === undefined) {
    // It removed the row: bring it back, unless the id lives again.
    return present === undefined
      ? { refusals: [], changed: true, row: before }
      : { refusals: [stale(change, 'id', null, change.id)], changed: false, row: present };
  }
  if (present === undefined)
    return { refusals: [stale(change, 'id', change.id, null)], changed: false, row: undefined };
  const fields =
    before === undefined
      ? Object.keys(after)
      : Object.keys(after).filter((field) => !sameJson(before[field], after[field]));
  const refusals = fields
    .filter((field) => !ignoredFields.has(field) && !sameJson(present[field], after[field]))
    .map((field) => stale(change, field, after[field], present[field]));
  if (before === undefined) return { refusals, changed: true, row: undefined };
  return {
    refusals,
    changed: true,
    row: { ...present, ...Object.fromEntries(fields.map((field) => [field, before[field]])) },
  };
}

/** Something newer that would be left without what it stands on. */
function refuseDependents(view: View, id: string, changed: ReadonlySet<string>): readonly Refusal[] {
  const dependents = [
    ...view.children(id),
    ...view.usersOf(id),
    ...view.devicesOf(id),
    ...view.blocksOf(id),
    ...view.menusOf(id),
    ...view.numbersOf(id),
    ...view.menusWith(id),
    ...view.administratorsOf(id),
    ...view.usersWithRole(id),
    ...requestsAbout(view, id),
    ...(view.row('groups', id) === undefined ? [] : freeSeatsAt(view, id)),
    ...(view.row('users', id) === undefined ? [] : [view.seatOf(id)?.id ?? []].flat()),
    ...dependentsOfType(view, id),
  ].filter((dependent) => !changed.has(dependent));
  return dependents.length === 0
    ? []
    : [
        refuse('STALE', {
          field: 'dependents',
          expected: 0,
          actual: dependents.length,
          id,
          first: [...dependents].sort()[0],
        }),
      ];
}

function requestsAbout(view: View, blockId: string): readonly string[] {
  if (view.row('blocks', blockId) === undefined || view.size('requests') === 0) return [];
  return [...view.rows('requests')]
    .filter((request) => request.blockId === blockId && request.status === 'open')
    .map((request) => request.id);
}

/** Of a license type of one's own: whatever is of it, and the types that fall back to it. */
function dependentsOfType(view: View, id: string): readonly string[] {
  const type = view.row('types', id);
  if (type === undefined) return [];
  return [...usesOfType(view, type.id), ...view.ownTypes().flatMap((one) => (one.fallsBackTo === id ? [one.id] : []))];
}

/** A type of one's own that is in use keeps its mode, also where an undo would give back the former one. */
function refuseOtherMode(view: View, change: Change): readonly Refusal[] {
  if (change.table !== 'types' || change.before === undefined || change.after === undefined) return [];
  return change.before.mode !== change.after.mode && usesOfType(view, change.before.id).length > 0
    ? [stale(change, 'mode', change.after.mode, change.before.mode)]
    : [];
}

function freeSeatsAt(view: View, poolId: string): readonly string[] {
  return catalogueOf(view).seatTypes.flatMap(({ id }) => view.freeSeatsOf(poolId, id));
}

/** The fields by which rows name other rows. */
const references: readonly (readonly [field: string, table: TableName])[] = [
  ['parentId', 'groups'],
  ['groupId', 'groups'],
  ['poolId', 'groups'],
  ['userId', 'users'],
  ['menuId', 'menus'],
  ['seatId', 'seats'],
  ['numberId', 'numbers'],
  ['adminOf', 'groups'],
  ['users', 'users'],
  ['groups', 'groups'],
];

/** `STALE` where a restored row names a group, user, menu, seat or number that is gone and does not come back with it. */
function refuseLostPlaces(view: View, change: Change, restored: ReadonlySet<string>): readonly Refusal[] {
  const row = change.after as Fields | undefined;
  if (row === undefined) return [];
  // A type of the vendors' is always there.
  const lostTypes = [row['typeId'], change.table === 'types' ? row['fallsBackTo'] : null].flatMap((id) =>
    typeof id === 'string' && isOwnTypeId(id) && view.row('types', id) === undefined && !restored.has(id)
      ? [stale(change, 'typeId', id, null)]
      : [],
  );
  const lost = references.flatMap(([field, table]) => {
    const value = row[field];
    const ids = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
    return ids
      .filter((id) => view.row(table, id) === undefined && !restored.has(id))
      .map((id) => stale(change, field, id, null));
  });
  return [...lost, ...lostTypes];
}
