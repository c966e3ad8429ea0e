import { catalogueOf } from '../catalogue/license-types';
import type { View } from '../model/model';
import type { Change, ReservationRow } from '../model/rows';
import { resourceNames, type LicenseTypeId } from '../model/vocabulary';
import type { Act } from './act';
import { largestBefore, type Baseline } from './baseline';
import { Evaluation } from './evaluation';
import { reservationsIn } from './reserved';
import { allocatedOutUnits, assignedSeats, unitResources } from './pools';

/** Frees again what a reservation set aside. */
export function endReservation(act: Act, reservationId: string): void {
  for (const number of [...act.model.rows('numbers')])
    if (number.held === reservationId) {
      const { held: _held, ...free } = number;
      act.put('numbers', free);
    }
  act.remove('reservations', reservationId);
}

/**
 * D12: acts of a computer use what it took along first, so that they cannot be refused for want of it: what such an act
 * claims more than before comes off its reservations, oldest first.
 */
export function useReservations(act: Act, changes: readonly Change[], baselines: readonly Baseline[]): void {
  const { model, context } = act;
  if (act.rules === 1 || context.device === undefined || model.size('reservations') === 0) return;
  const made = new Set(changes.flatMap(({ table, id }) => (table === 'reservations' ? [id] : [])));
  const own = [...model.rows('reservations')]
    .filter((one) => one.computerId === context.device && !made.has(one.id) && one.quantity > 0)
    .sort((one, other) => one.age - other.age);
  if (own.length === 0) return;
  const claimed = (view: View): readonly number[] =>
    own.map(({ poolId, typeId }) =>
      view.row('groups', poolId) === undefined
        ? 0
        : allocatedOutUnits(view, view.poolOf(poolId), typeId, act.today) +
          assignedSeats(view, view.poolOf(poolId), typeId, act.today),
    );
  const present = claimed(model);
  const before = largestBefore(baselines, claimed, present);
  const used = new Map<string, number>();
  present.forEach((now, index) => {
    const reservation = own[index];
    if (reservation === undefined) return;
    const key = `${reservation.poolId}/${reservation.typeId}`;
    const more = now - (before[index] ?? 0) - (used.get(key) ?? 0);
    const units = Math.min(reservation.quantity, more);
    if (units > 0) use(act, reservation, units);
    if (units > 0) used.set(key, (used.get(key) ?? 0) + units);
  });
  for (const { id } of own) useForResources(act, id);
}

function use(act: Act, { id, quantity }: ReservationRow, units: number): void {
  act.update('reservations', id, { quantity: quantity - units });
}

/** D6: units of a quota type give way to what the computer reserves of their resources. */
function useForResources(act: Act, reservationId: string): void {
  const { model } = act;
  const reservation = model.row('reservations', reservationId);
  if (reservation === undefined || !catalogueOf(model).countedQuotaTypes.some(({ id }) => id === reservation.typeId))
    return;
  const poolId = model.poolOf(reservation.poolId);
  const evaluation = new Evaluation(model, act.today);
  const units = resourceNames.map((resource) => {
    const each = unitResources(model, reservation.typeId)[resource] ?? 0;
    return each === 0 ? 0 : Math.ceil(evaluation.resourceShortage(poolId, resource) / each);
  });
  const needed = Math.min(reservation.quantity, Math.max(0, ...units));
  if (needed > 0) use(act, reservation, needed);
}

/** The oldest reservation of another computer that stands in the way in a pool, and how many units they set aside together. */
export function othersReservation(
  view: View,
  poolId: string,
  typeId: LicenseTypeId,
  device: string | undefined,
): { readonly computer: string; readonly until: string; readonly units: number } | null {
  const others = reservationsIn(view, poolId).filter(
    (one) => one.typeId === typeId && one.computerId !== device && one.quantity > 0,
  );
  const [first] = others;
  if (first === undefined) return null;
  return {
    computer: first.computerId,
    until: first.until,
    units: others.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}
