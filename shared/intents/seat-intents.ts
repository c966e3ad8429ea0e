import { z } from 'zod';
import { licenseType, maxMobileNumbers, vendorType } from '../catalogue/license-types';
import { isLicenseTypeId, isOwnTypeId, numberKindsByChoice, type LicenseTypeId } from '../model/vocabulary';
import type { View } from '../model/model';
import { isFreeNumber, isUnused } from '../model/number-index';
import type { NumberRow, SeatRow, UserRow } from '../model/rows';
import { isHeldHere, lowestHeldHere, refuseAllHeld, refuseHeld } from '../rules/held-numbers';
import { refuseLocked } from '../rules/locked';
import { refuseBrokenMenus } from '../rules/menus';
import { mobileNumbersOf } from '../rules/mobile-numbers';
import { permit, permitHolding } from '../rules/permission';
import { dissolveSeat, freeNumber, freeSeat } from '../rules/release';
import type { Act, Chosen } from '../rules/act';
import { defineIntent, invalid, mustExist, mustKnowTypes } from './definition';
import { is, reference, typeId } from './arguments';
import { withLook } from './as-it-stands';
import { refuse, type Refusal } from '../rules/refusals';
import { refuseArchived } from './user-intents';

function seatRow(view: View, id: string): SeatRow {
  const seat = view.row('seats', id);
  if (seat === undefined) throw new Error(`no seat ${id}`);
  return seat;
}

function numberRow(view: View, id: string): NumberRow {
  const number = view.row('numbers', id);
  if (number === undefined) throw new Error(`no number ${id}`);
  return number;
}

/** The seat of a user who must have one (U2). */
function heldSeat(view: View, userId: string): SeatRow {
  const seat = view.seatOf(userId);
  if (seat === undefined) throw new Error(`no seat of ${userId}`);
  return seat;
}

function refuseWithoutSeat(view: View, userId: string): readonly Refusal[] {
  return view.seatOf(userId) === undefined ? [refuse('SEAT_REQUIRED', { userId })] : [];
}

/** Refuses to change somebody's seat at all: an archived user, who has none, a locked group, no seat. */
function refuseHolder(view: View, userId: string): readonly Refusal[] {
  const user = view.user(userId);
  const archived = refuseArchived(user);
  return [
    ...archived,
    ...refuseLocked(view, user.groupId),
    ...(archived.length > 0 ? [] : refuseWithoutSeat(view, userId)),
  ];
}

function permitSeats(view: View, act: Act, userId: string): readonly Refusal[] {
  return permitHolding(act, view.user(userId));
}

/** Tells whether a seat is free in a pool and of a type, so that it can be taken. */
function isTakeable(seat: SeatRow | undefined, poolId: string, typeId: LicenseTypeId): seat is SeatRow {
  return seat !== undefined && seat.userId === null && seat.poolId === poolId && seat.typeId === typeId;
}

/** Source of a seat. `number` may be a value that no number has yet. */
type Choice =
  | { readonly kind: 'freeSeat'; readonly seat: SeatRow }
  | { readonly kind: 'number'; readonly numberId: string; readonly value: string }
  | { readonly kind: 'unusedValue'; readonly value: string }
  | { readonly kind: 'none' };

function chooseNumber(number: NumberRow): Choice {
  return { kind: 'number', numberId: number.id, value: number.value };
}

/** U1: the free seat that became free first, else the lowest free number, else the lowest unused SIP value. */
function chooseByRule(view: View, poolId: string, typeId: LicenseTypeId): Choice {
  const freeSeatId = view.firstFreeSeat(poolId, typeId);
  if (freeSeatId !== undefined) return { kind: 'freeSeat', seat: seatRow(view, freeSeatId) };
  for (const kind of numberKindsByChoice) {
    const numberId = view.lowestFreeNumber(kind);
    if (numberId !== undefined) return chooseNumber(numberRow(view, numberId));
  }
  let lowest: string | undefined;
  for (const range of view.rows('ranges')) {
    const value = view.lowestUnusedIn(range.id);
    if (value !== undefined && (lowest === undefined || value < lowest)) lowest = value;
  }
  return lowest === undefined ? { kind: 'none' } : { kind: 'unusedValue', value: lowest };
}

/** Takes what was chosen when the act was first done, if it can still be had. */
function chooseAgain(act: Act, poolId: string, typeId: LicenseTypeId, chosen: Chosen): Choice {
  const { model: view, rules } = act;
  if (chosen.seat !== undefined) {
    const seat = view.row('seats', chosen.seat);
    if (isTakeable(seat, poolId, typeId)) return { kind: 'freeSeat', seat };
    // Since version 2: where the seat is gone, the same number if it can be had.
    if (rules === 1) return { kind: 'none' };
  }
  const value = chosen.number;
  if (value === undefined) return { kind: 'none' };
  const kind = value.startsWith('+') ? 'landline' : 'sip';
  const numberId = rules === 1 ? view.numberWith(kind, value) : view.numberWithExactly(kind, value);
  if (numberId !== undefined) {
    const number = numberRow(view, numberId);
    if (isFreeNumber(number) || (isUnused(number) && isHeldHere(act, number))) return chooseNumber(number);
    // It may have become the number of a free seat meanwhile.
    const seat = number.seatId === null ? undefined : view.row('seats', number.seatId);
    return isTakeable(seat, poolId, typeId) ? { kind: 'freeSeat', seat } : { kind: 'none' };
  }
  // What was chosen comes with the commit, so it may be anything; version 1 took what lay between the ends as text.
  if (rules > 1 && !/^\d+$/.test(value)) return { kind: 'none' };
  for (const range of view.rows('ranges'))
    if (value.length === range.from.length && range.from <= value && value <= range.to)
      return { kind: 'unusedValue', value };
  return { kind: 'none' };
}

function mayBeHeld(value: LicenseTypeId): boolean {
  return isOwnTypeId(value) || vendorType(value)?.mode === 'seat';
}

const seatType = withLook(
  typeId.refine(mayBeHeld, is('notHeldByPeople')),
  (value) => isLicenseTypeId(value) && mayBeHeld(value),
);

/** Types of one's own are known by the account only: those that feed pools are not held by people. */
function refuseOtherMode(view: View, id: LicenseTypeId): readonly Refusal[] {
  return licenseType(view, id).mode === 'seat' ? [] : [invalid('typeId', 'notHeldByPeople')];
}

export const assignSeat = defineIntent({
  name: 'seat.assign',
  args: z.strictObject({
    userId: reference,
    typeId: seatType,
    numberId: reference.optional(),
    seatId: reference.optional(),
  }),
  exists: (view, args) => [
    ...mustExist(view, 'user', args.userId),
    ...mustExist(view, 'number', args.numberId),
    ...mustExist(view, 'seat', args.seatId),
    ...mustKnowTypes(view, args.typeId),
  ],
  permits: (view, args, act) => permitSeats(view, act, args.userId),
  fits(view, args, act) {
    const user = view.user(args.userId);
    const otherMode = refuseOtherMode(view, args.typeId);
    if (otherMode.length > 0) return otherMode;
    return [
      ...refuseArchived(user),
      ...refuseLocked(view, user.groupId),
      ...(view.seatOf(args.userId) === undefined ? [] : [refuse('ALREADY_LICENSED', { userId: args.userId })]),
      ...refuseChosen(view, user, args.typeId, args.numberId, args.seatId),
      ...(args.numberId === undefined ? [] : refuseHeld(act, numberRow(view, args.numberId))),
      ...refuseBrokenMenus(view, [args.userId], args.typeId),
    ];
  },
  make(act, args) {
    const { model } = act;
    const poolId = model.poolOf(model.user(args.userId).groupId);
    const chosenBefore = act.nextChosen();
    let choice =
      args.seatId === undefined && args.numberId === undefined
        ? ({ kind: 'none' as const } as Choice)
        : chooseAsAsked(model, args.numberId, args.seatId);
    const asked = choice.kind !== 'none';
    if (!asked && chosenBefore !== undefined) choice = chooseAgain(act, poolId, args.typeId, chosenBefore);
    const again = choice.kind !== 'none';
    // D12: what this computer took along goes first.
    const held = again ? undefined : lowestHeldHere(act);
    if (held !== undefined) choice = chooseNumber(held);
    else if (!again) choice = chooseByRule(model, poolId, args.typeId);
    if (choice.kind === 'none') {
      // The unit is counted all the same, so that a missing one is reported too; everything is taken back afterwards.
      act.put('seats', {
        id: act.nextId(),
        typeId: args.typeId,
        numberId: '',
        userId: args.userId,
        poolId: null,
        age: act.nextAge(),
      });
      const reserved = refuseAllHeld(act);
      return reserved.length > 0 ? reserved : [refuse('NO_NUMBER_AVAILABLE', { userId: args.userId })];
    }
    // G11: as many ids whatever is chosen, so that what a batch makes afterwards has the same ids everywhere.
    const ids = act.rules === 1 ? undefined : [act.nextId(), act.nextId()];
    const seatId = takeSeat(act, args.userId, args.typeId, choice, ids);
    act.chosen.push(asked ? {} : chosenBy(act, choice));
    if (!asked && !again && chosenBefore !== undefined) reportChange(act, chosenBefore, seatId);
    return [];
  },
});

/** Part of a choice that is stored: since version 2 of a free seat its number as well. */
function chosenBy(act: Act, choice: Exclude<Choice, { kind: 'none' }>): Chosen {
  if (choice.kind !== 'freeSeat') return { number: choice.value };
  const { id: seat, numberId } = choice.seat;
  return act.rules === 1 ? { seat } : { seat, number: numberRow(act.model, numberId).value };
}

function reportChange(act: Act, before: Chosen, seatId: string): void {
  if (before.seat !== undefined && before.number === undefined)
    act.changedChoices.push({ field: 'seat', from: before.seat, to: seatId });
  else if (before.number !== undefined)
    act.changedChoices.push({
      field: 'number',
      from: before.number,
      to: numberRow(act.model, seatRow(act.model, seatId).numberId).value,
    });
}

function chooseAsAsked(view: View, numberId: string | undefined, seatId: string | undefined): Choice {
  if (seatId !== undefined) return { kind: 'freeSeat', seat: seatRow(view, seatId) };
  const number = numberRow(view, numberId ?? '');
  return number.seatId === null ? chooseNumber(number) : { kind: 'freeSeat', seat: seatRow(view, number.seatId) };
}

/** Tells whether what was asked for can be taken: a free seat of the type in the user's pool, a free number. */
function refuseChosen(
  view: View,
  user: UserRow,
  typeId: LicenseTypeId,
  numberId: string | undefined,
  seatId: string | undefined,
): readonly Refusal[] {
  const poolId = view.poolOf(user.groupId);
  const refusals: Refusal[] = [];
  if (seatId !== undefined) {
    const seat = seatRow(view, seatId);
    if (seat.userId !== null) refusals.push(invalid('seatId', 'seatHeld'));
    else if (seat.typeId !== typeId) refusals.push(invalid('seatId', 'seatOfOtherType'));
    else if (seat.poolId !== poolId) refusals.push(invalid('seatId', 'seatInOtherPool'));
    if (numberId !== undefined && seat.numberId !== numberId) refusals.push(invalid('numberId', 'notItsNumber'));
    return refusals;
  }
  if (numberId === undefined) return [];
  const number = numberRow(view, numberId);
  const seat = number.seatId === null ? undefined : view.row('seats', number.seatId);
  return isUnused(number) || isTakeable(seat, poolId, typeId) ? [] : [refuse('NUMBER_IN_USE', { numberId })];
}

function takeSeat(
  act: Act,
  userId: string,
  typeId: LicenseTypeId,
  choice: Exclude<Choice, { kind: 'none' }>,
  ids: readonly string[] | undefined,
): string {
  if (choice.kind === 'freeSeat') {
    act.put('seats', { ...choice.seat, userId, poolId: null, age: act.nextAge() });
    return choice.seat.id;
  }
  const [seatId = '', madeNumberId = ''] = ids ?? [act.nextId(), choice.kind === 'number' ? '' : act.nextId()];
  const numberId = choice.kind === 'number' ? choice.numberId : madeNumberId;
  act.put('seats', { id: seatId, typeId, numberId, userId, poolId: null, age: act.nextAge() });
  if (choice.kind === 'number') {
    const { held: _held, ...number } = numberRow(act.model, numberId);
    act.put('numbers', { ...number, seatId });
  } else
    act.put('numbers', {
      id: numberId,
      kind: 'sip',
      value: choice.value,
      seatId,
      userId: null,
      groupId: null,
      menuId: null,
      age: null,
    });
  return seatId;
}

export const releaseSeat = defineIntent({
  name: 'seat.release',
  args: z.strictObject({ userId: reference }),
  exists: (view, args) => mustExist(view, 'user', args.userId),
  permits: (view, args, act) => permitSeats(view, act, args.userId),
  fits: (view, args) => refuseHolder(view, args.userId),
  make(act, args) {
    freeSeat(act, heldSeat(act.model, args.userId));
  },
});

export const changeSeatType = defineIntent({
  name: 'seat.changeType',
  args: z.strictObject({
    userId: reference,
    typeId: seatType,
  }),
  exists: (view, args) => [...mustExist(view, 'user', args.userId), ...mustKnowTypes(view, args.typeId)],
  permits: (view, args, act) => permitSeats(view, act, args.userId),
  fits(view, args) {
    const refusals = [...refuseHolder(view, args.userId), ...refuseOtherMode(view, args.typeId)];
    const seat = view.seatOf(args.userId);
    if (seat === undefined) return refusals;
    return [
      ...refusals,
      ...(seat.typeId === args.typeId ? [invalid('typeId', 'sameType')] : []),
      ...refuseBrokenMenus(view, [args.userId], args.typeId),
    ];
  },
  make(act, args) {
    // U12: the old unit is given back, the new one taken; the number stays, the age is new.
    act.update('seats', heldSeat(act.model, args.userId).id, { typeId: args.typeId, age: act.nextAge() });
  },
});

export const changeSeatNumber = defineIntent({
  name: 'seat.changeNumber',
  args: z.strictObject({ userId: reference, numberId: reference }),
  exists: (view, args) => [...mustExist(view, 'user', args.userId), ...mustExist(view, 'number', args.numberId)],
  permits: (view, args, act) => permitSeats(view, act, args.userId),
  fits(view, args, act) {
    const refusals: Refusal[] = [...refuseHolder(view, args.userId)];
    const seat = view.seatOf(args.userId);
    if (seat === undefined) return refusals;
    const number = numberRow(view, args.numberId);
    if (!isUnused(number)) refusals.push(refuse('NUMBER_IN_USE', { numberId: number.id }));
    refusals.push(...refuseHeld(act, number));
    const ownMobile = numberRow(view, seat.numberId).kind === 'mobile' ? 1 : 0;
    if (number.kind === 'mobile' && mobileNumbersOf(view, args.userId) - ownMobile >= maxMobileNumbers)
      refusals.push(refuse('MOBILE_LIMIT', { limit: maxMobileNumbers, seatId: seat.id }));
    return refusals;
  },
  make(act, args) {
    const seat = heldSeat(act.model, args.userId);
    freeNumber(act, numberRow(act.model, seat.numberId));
    act.update('seats', seat.id, { numberId: args.numberId });
    const { held: _held, ...number } = numberRow(act.model, args.numberId);
    act.put('numbers', { ...number, seatId: seat.id });
  },
});

export const reassignSeat = defineIntent({
  name: 'seat.reassign',
  args: z.strictObject({ fromUserId: reference, toUserId: reference }).superRefine((given, context) => {
    if (given.fromUserId === given.toUserId)
      context.addIssue({ code: 'custom', path: ['toUserId'], message: is('alreadyTheHolder') });
  }),
  exists: (view, args) => [...mustExist(view, 'user', args.fromUserId), ...mustExist(view, 'user', args.toUserId)],
  permits: (view, args, act) => [...permitSeats(view, act, args.fromUserId), ...permitSeats(view, act, args.toUserId)],
  fits(view, args) {
    const from = view.user(args.fromUserId);
    const to = view.user(args.toUserId);
    const archived = refuseArchived(from);
    const refusals: Refusal[] = [...archived, ...refuseArchived(to), ...refuseLocked(view, from.groupId, to.groupId)];
    if (archived.length === 0) refusals.push(...refuseWithoutSeat(view, from.id));
    if (view.seatOf(to.id) !== undefined) refusals.push(refuse('ALREADY_LICENSED', { userId: to.id }));
    if (view.seatOf(from.id) !== undefined && view.poolOf(from.groupId) !== view.poolOf(to.groupId)) {
      refusals.push(refuse('POOL_CHANGE', { claims: { blocks: 0, seats: 1, allowances: 0, numbers: 0 } }));
    }
    return refusals;
  },
  make(act, args) {
    const { model } = act;
    const mobiles = [...model.numbersOf(args.fromUserId)]
      .filter((id) => model.row('numbers', id)?.kind === 'mobile')
      .sort();
    // X2: a changed claim keeps its age.
    act.update('seats', heldSeat(model, args.fromUserId).id, { userId: args.toUserId });
    for (const id of mobiles) act.update('numbers', id, { userId: args.toUserId });
  },
});

export const dissolveFreeSeat = defineIntent({
  name: 'seat.dissolve',
  args: z.strictObject({ seatId: reference }),
  exists: (view, args) => mustExist(view, 'seat', args.seatId),
  permits(view, args, act) {
    const seat = seatRow(view, args.seatId);
    return permit(view, act.actor, 'seats', seat.poolId ?? view.user(seat.userId ?? '').groupId);
  },
  fits(view, args) {
    const seat = seatRow(view, args.seatId);
    return seat.userId === null
      ? refuseLocked(view, seat.poolId)
      : [invalid('seatId', 'seatHeld'), ...refuseLocked(view, view.user(seat.userId).groupId)];
  },
  make(act, args) {
    dissolveSeat(act, seatRow(act.model, args.seatId));
  },
});
