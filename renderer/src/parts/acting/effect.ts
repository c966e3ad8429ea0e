import type { LicenseTypeId } from '#core/model/vocabulary';
import type { Change, GroupKind, Rows, TableName } from '#core/model/rows';
import type { RowsInMemory } from '../../data/session';

/** Effects of an act on others than the thing itself, counted from the rows that it would change. */
export interface Effect {
  readonly groups: readonly { readonly kind: GroupKind; readonly count: number }[];
  readonly people: number;
  readonly devices: number;
  readonly menus: number;
  /** Units of allocations that return to the pools they were drawn from. */
  readonly returned: readonly { readonly poolId: string; readonly typeId: LicenseTypeId; readonly quantity: number }[];
  readonly seatsFreed: readonly { readonly poolId: string; readonly count: number }[];
  readonly seatsDissolved: number;
  readonly numbersFreed: number;
  readonly allowancesDropped: number;
}

/** From the outside in, as people read a place. */
const kindOrder: readonly GroupKind[] = [
  'distributor',
  'dealer',
  'complex',
  'office',
  'building',
  'entrance',
  'floor',
  'apartment',
  'department',
  'custom',
];

type ChangeOf<T extends TableName> = { readonly before: Rows[T] | undefined; readonly after: Rows[T] | undefined };

function changesOf<T extends TableName>(changes: readonly Change[], table: T): readonly ChangeOf<T>[] {
  return changes.filter((change) => change.table === table) as unknown as readonly ChangeOf<T>[];
}

function countBy<K>(keys: Iterable<K>): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function countGone<T extends TableName>(changes: readonly Change[], table: T): number {
  return changesOf(changes, table).filter(({ before, after }) => before !== undefined && after === undefined).length;
}

function returnedUnits(changes: readonly Change[], rows: RowsInMemory, gone: ReadonlySet<string>): Effect['returned'] {
  const sums = new Map<string, { readonly poolId: string; readonly typeId: LicenseTypeId; quantity: number }>();
  for (const { before, after } of changesOf(changes, 'blocks')) {
    if (before?.source !== 'allocation') continue;
    const quantity = before.quantity - (after?.quantity ?? 0);
    const poolId = rows.poolAbove(before.groupId);
    // What goes back into a pool that goes too is said by that pool's own return.
    if (quantity <= 0 || poolId === null || gone.has(poolId)) continue;
    const key = `${poolId} ${before.typeId}`;
    const sum = sums.get(key) ?? { poolId, typeId: before.typeId, quantity: 0 };
    sum.quantity += quantity;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

export function effectOf(changes: readonly Change[], rows: RowsInMemory): Effect {
  const goneGroups = changesOf(changes, 'groups').flatMap(({ before, after }) =>
    before !== undefined && after === undefined ? [before] : [],
  );
  const gone = new Set(goneGroups.map((group) => group.id));
  const lostSeats = changesOf(changes, 'seats').filter(
    ({ before, after }) => before?.userId != null && (after?.userId ?? null) === null,
  );
  const isAttached = (number: Rows['numbers']): boolean =>
    number.userId !== null || number.groupId !== null || number.menuId !== null;
  return {
    groups: [...countBy(goneGroups.map((group) => group.kind))]
      .map(([kind, count]) => ({ kind, count }))
      .sort((one, other) => kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind)),
    people: countGone(changes, 'users'),
    devices: countGone(changes, 'devices'),
    menus: countGone(changes, 'menus'),
    returned: returnedUnits(changes, rows, gone),
    seatsFreed: [...countBy(lostSeats.flatMap(({ after }) => (after?.poolId == null ? [] : [after.poolId])))].map(
      ([poolId, count]) => ({ poolId, count }),
    ),
    seatsDissolved: lostSeats.filter(({ after }) => after === undefined).length,
    numbersFreed: changesOf(changes, 'numbers').filter(
      ({ before, after }) => before !== undefined && isAttached(before) && after !== undefined && !isAttached(after),
    ).length,
    allowancesDropped: changesOf(changes, 'users').filter(
      ({ before, after }) => before?.allowance != null && (after?.allowance ?? null) === null,
    ).length,
  };
}
