import type { View } from '../model/model';
import type { ReservationRow } from '../model/rows';

/** Reservations of a pool, oldest first (D12). */
export function reservationsIn(view: View, poolId: string): readonly ReservationRow[] {
  if (view.size('reservations') === 0) return [];
  return [...view.rows('reservations')]
    .filter((one) => view.row('groups', one.poolId) !== undefined && view.poolOf(one.poolId) === poolId)
    .sort((one, other) => one.age - other.age);
}
