import { z } from 'zod';
import type { View } from '../model/model';
import { isFreeNumber } from '../model/number-index';
import type { NumberKind, ReservationRow } from '../model/rows';
import { numberKinds } from '../model/vocabulary';
import type { Act } from '../rules/act';
import { refuseLocked } from '../rules/locked';
import { permit } from '../rules/permission';
import { refuse, type Refusal } from '../rules/refusals';
import { endReservation } from '../rules/reservations';
import { allocatable, day, id, quantity, reference } from './arguments';
import { defineIntent, mustBeNew, mustExist, mustKnowTypes } from './definition';

export const takeReservation = defineIntent({
  name: 'reserve.take',
  since: 2,
  args: z.strictObject({
    id: id.optional(),
    computerId: z.string().min(1).max(64).optional(),
    poolId: reference,
    typeId: allocatable,
    quantity,
    numbers: z.strictObject({ kind: z.enum(numberKinds), count: z.int().min(1).max(10_000) }).optional(),
    until: day,
  }),
  exists: (view, args) => [
    ...mustExist(view, 'group', args.poolId),
    ...mustBeNew(view, args.id),
    ...mustKnowTypes(view, args.typeId),
  ],
  permits: (view, args, act) => permit(view, act.actor, 'seats', args.poolId),
  fits: (view, args, act) => [
    ...refuseLocked(view, args.poolId),
    ...(args.until < act.today ? [refuse('WINDOW_INVALID', { validUntil: args.until, endsBefore: act.today })] : []),
  ],
  make(act, args) {
    const reservationId = args.id ?? act.nextId();
    act.put('reservations', {
      id: reservationId,
      computerId: args.computerId ?? act.context.device ?? act.context.by,
      userId: act.context.by,
      poolId: act.model.poolOf(args.poolId),
      typeId: args.typeId,
      quantity: args.quantity,
      until: args.until,
      age: act.nextAge(),
    });
    return args.numbers === undefined ? [] : holdNumbers(act, reservationId, args.numbers.kind, args.numbers.count);
  },
});

/** Sets the lowest free numbers of a kind aside; of SIP numbers also those that ranges still have. */
function holdNumbers(act: Act, reservationId: string, kind: NumberKind, count: number): readonly Refusal[] {
  const { model } = act;
  for (let held = 0; held < count; held += 1) {
    const numberId = model.lowestFreeNumber(kind);
    if (numberId !== undefined) {
      act.update('numbers', numberId, { held: reservationId });
      continue;
    }
    const value = kind === 'sip' ? lowestUnused(model) : undefined;
    if (value === undefined) return [refuse('NO_NUMBER_AVAILABLE', { kind, missing: count - held })];
    act.put('numbers', {
      id: act.nextId(),
      kind,
      value,
      seatId: null,
      userId: null,
      groupId: null,
      menuId: null,
      age: null,
      held: reservationId,
    });
  }
  return [];
}

function lowestUnused(view: View): string | undefined {
  return [...view.rows('ranges')]
    .flatMap((range) => view.lowestUnusedIn(range.id) ?? [])
    .sort()
    .find((value) => isFreeValue(view, value));
}

function isFreeValue(view: View, value: string): boolean {
  const numberId = view.numberWith('sip', value);
  const number = numberId === undefined ? undefined : view.row('numbers', numberId);
  return number === undefined || isFreeNumber(number);
}

function reservationOf(view: View, reservationId: string): ReservationRow {
  const reservation = view.row('reservations', reservationId);
  if (reservation === undefined) throw new Error(`no reservation ${reservationId}`);
  return reservation;
}

/** Gives back what is left: the one that is named, or all of the computer on which it is done. */
export const releaseReservation = defineIntent({
  name: 'reserve.release',
  since: 2,
  args: z.strictObject({ reservationId: reference.optional() }),
  exists: (view, args) => mustExist(view, 'reservation', args.reservationId),
  permits(view, args, act) {
    const reservation = args.reservationId === undefined ? undefined : reservationOf(view, args.reservationId);
    const isOwn =
      reservation === undefined ||
      reservation.userId === act.context.by ||
      reservation.computerId === act.context.device;
    return isOwn && act.actor !== null ? [] : permit(view, act.actor, 'seats', reservation?.poolId ?? null);
  },
  fits: () => [],
  make(act, args) {
    const named = args.reservationId;
    for (const { id: reservationId, computerId } of [...act.model.rows('reservations')])
      if (named === undefined ? computerId === act.context.device : named === reservationId)
        endReservation(act, reservationId);
  },
});

/** Takes back what somebody else's computer has not used. */
export const reclaimReservation = defineIntent({
  name: 'reserve.reclaim',
  since: 2,
  args: z.strictObject({ reservationId: reference }),
  exists: (view, args) => mustExist(view, 'reservation', args.reservationId),
  permits: (view, args, act) => permit(view, act.actor, 'seats', reservationOf(view, args.reservationId).poolId),
  fits: () => [],
  make(act, args) {
    endReservation(act, args.reservationId);
  },
});
