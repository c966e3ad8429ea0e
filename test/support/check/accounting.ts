import type { Day } from '#core/kernel/day';
import { resourceNames, type LicenseTypeId, type Resource } from '#core/model/vocabulary';
import { isActiveOn, type Books } from './books';

/** D3 and the reservations of D6, summed up row by row. */

export function nominal(books: Books, poolId: string, typeId: LicenseTypeId, day: Day): number {
  let units = 0;
  for (const block of books.rows.blocks)
    if (block.typeId === typeId && isActiveOn(block, day) && books.poolOf(block.groupId) === poolId)
      units += block.quantity;
  return units;
}

export function allocatedOut(books: Books, poolId: string, typeId: LicenseTypeId, day: Day): number {
  let units = 0;
  for (const block of books.rows.blocks)
    if (
      block.source === 'allocation' &&
      block.typeId === typeId &&
      isActiveOn(block, day) &&
      books.poolAbove(block.groupId) === poolId
    )
      units += block.quantity;
  return units;
}

export function assigned(books: Books, poolId: string, typeId: LicenseTypeId): number {
  let seats = 0;
  for (const seat of books.rows.seats)
    if (seat.typeId === typeId && seat.userId !== null && books.poolOfUser(seat.userId) === poolId) seats += 1;
  return seats;
}

/** By how much the claims on a pool exceed what it nominally has. */
export function shortage(books: Books, poolId: string, typeId: LicenseTypeId, day: Day): number {
  if (typeId === 'link.feature') return 0;
  return Math.max(
    0,
    allocatedOut(books, poolId, typeId, day) + assigned(books, poolId, typeId) - nominal(books, poolId, typeId, day),
  );
}

export function freeSeats(books: Books, poolId: string, typeId: LicenseTypeId): number {
  return books.rows.seats.filter((seat) => seat.poolId === poolId && seat.typeId === typeId).length;
}

/** U8: free seats beyond the pool's available units. */
export function seatSurplus(books: Books, poolId: string, typeId: LicenseTypeId, day: Day): number {
  const available =
    nominal(books, poolId, typeId, day) - allocatedOut(books, poolId, typeId, day) - assigned(books, poolId, typeId);
  return Math.max(0, freeSeats(books, poolId, typeId) - available);
}

/** A claim on a pool's resources. */
export interface Reservation {
  readonly id: string;
  readonly age: number;
  readonly resources: { readonly [R in Resource]?: number };
  /** Whether it is a `link.feature` allocation rather than a reservation of D6. */
  readonly isAllocation: boolean;
}

/** Allowances, counted SIP numbers and active `link.feature` allocations of a pool, oldest first. */
export function reservations(books: Books, poolId: string, day: Day): readonly Reservation[] {
  const found: Reservation[] = [];
  for (const user of books.rows.users)
    if (user.allowance !== null && books.poolOf(user.groupId) === poolId)
      found.push({ id: user.id, age: user.allowanceAge ?? 0, resources: user.allowance, isAllocation: false });
  for (const number of books.rows.numbers) {
    if (number.kind !== 'sip') continue;
    let groupId: string | undefined;
    if (number.groupId !== null) groupId = number.groupId;
    if (number.menuId !== null) groupId = books.menus.get(number.menuId)?.groupId;
    if (number.userId !== null) {
      const user = books.users.get(number.userId);
      if (user?.allowance === null && books.seatOf(user.id) === undefined) groupId = user.groupId;
    }
    if (groupId !== undefined && books.poolOf(groupId) === poolId)
      found.push({ id: number.id, age: number.age ?? 0, resources: { sip: 1 }, isAllocation: false });
  }
  for (const block of books.rows.blocks)
    if (
      block.source === 'allocation' &&
      block.typeId === 'link.feature' &&
      isActiveOn(block, day) &&
      books.poolAbove(block.groupId) === poolId
    )
      found.push({ id: block.id, age: block.age, resources: block.resources ?? {}, isAllocation: true });
  return found.sort((one, other) => one.age - other.age);
}

export function reserved(books: Books, poolId: string, resource: Resource, day: Day): number {
  return reservations(books, poolId, day).reduce(
    (sum, claim) => sum + (claim.isAllocation ? 0 : (claim.resources[resource] ?? 0)),
    0,
  );
}

export function featureHandedOut(books: Books, poolId: string, resource: Resource, day: Day): number {
  return reservations(books, poolId, day).reduce(
    (sum, claim) => sum + (claim.isAllocation ? (claim.resources[resource] ?? 0) : 0),
    0,
  );
}

export const resources: readonly Resource[] = resourceNames;
