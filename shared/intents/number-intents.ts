import { menuKinds } from '../model/vocabulary';
import { lookOf, withLook } from './as-it-stands';
import { isReadingRules1 } from './reading';
import { z } from 'zod';
import { maxMobileNumbers } from '../catalogue/license-types';
import type { View } from '../model/model';
import { isUnused } from '../model/number-index';
import type { NumberRow } from '../model/rows';
import { deviceLike, numberLike } from '../rules/likeness';
import { refuseHeld } from '../rules/held-numbers';
import { refuseLocked } from '../rules/locked';
import { refuseMembers } from '../rules/menus';
import { mobileNumbersOf } from '../rules/mobile-numbers';
import { permit } from '../rules/permission';
import { freeNumber, removeDevice, removeMenu } from '../rules/release';
import { refuseStale } from '../rules/stale';
import type { Act } from '../rules/act';
import { defineIntent, defined, invalid, mustBeNew, mustExist } from './definition';
import {
  id,
  is,
  isNumberValue,
  name,
  normaliseNumber,
  numberKind,
  numberValue,
  reference,
  serial,
  text,
  update,
} from './arguments';
import { refuse, type Refusal } from '../rules/refusals';
import { refuseArchived } from './user-intents';

function numberRow(view: View, id: string): NumberRow {
  const number = view.row('numbers', id);
  if (number === undefined) throw new Error(`no number ${id}`);
  return number;
}

/** The group at which a number is in use; null while it is free. */
function groupOfNumber(view: View, number: NumberRow): string | null {
  if (number.groupId !== null) return number.groupId;
  if (number.menuId !== null) return view.row('menus', number.menuId)?.groupId ?? null;
  const seat = number.seatId === null ? undefined : view.row('seats', number.seatId);
  if (seat?.poolId != null) return seat.poolId;
  const userId = number.userId ?? seat?.userId ?? null;
  return userId === null ? null : view.user(userId).groupId;
}

type Target = { readonly userId: string } | { readonly groupId: string } | { readonly menuId: string };

function groupOfTarget(view: View, to: Target): string {
  if ('groupId' in to) return to.groupId;
  return 'userId' in to ? view.user(to.userId).groupId : (view.row('menus', to.menuId)?.groupId ?? view.root.id);
}

const newNumber = z.strictObject({ id: id.optional(), kind: numberKind, value: numberValue });
const isNewNumber = lookOf(newNumber);

export const addNumber = defineIntent({
  name: 'number.add',
  args: withLook(
    newNumber
      .transform((given) => (isReadingRules1() ? { ...given, value: normaliseNumber(given.kind, given.value) } : given))
      .superRefine((given, context) => {
        if (!isNumberValue(given.kind, given.value))
          context.addIssue({
            code: 'custom',
            path: ['value'],
            message: is(given.kind === 'sip' ? 'notASipNumber' : 'notAPhoneNumber'),
          });
      }),
    (value) => {
      if (!isNewNumber(value)) return false;
      const given = value as z.output<typeof newNumber>;
      return isNumberValue(given.kind, given.value);
    },
  ),
  exists: (view, args) => mustBeNew(view, args.id),
  permits: (view, _args, act) => permit(view, act.actor, 'groups', null),
  fits(_view, args, act) {
    const numberId = numberLike(act, args.kind, args.value);
    return numberId === undefined ? [] : [refuse('DUPLICATE_NUMBER', { numberId })];
  },
  make(act, args) {
    act.put('numbers', {
      id: args.id ?? act.nextId(),
      kind: args.kind,
      value: args.value,
      seatId: null,
      userId: null,
      groupId: null,
      menuId: null,
      age: null,
    });
  },
});

export const addRange = defineIntent({
  name: 'number.range',
  args: z
    .strictObject({
      id: id.optional(),
      from: z.string().regex(/^\d{2,8}$/, is('notASipNumber')),
      to: z.string().regex(/^\d{2,8}$/, is('notASipNumber')),
    })
    .superRefine((given, context) => {
      if (given.from.length !== given.to.length)
        context.addIssue({ code: 'custom', path: ['to'], message: is('differentDigits') });
      else if (given.from > given.to) context.addIssue({ code: 'custom', path: ['to'], message: is('endBeforeStart') });
    }),
  exists: (view, args) => mustBeNew(view, args.id),
  permits: (view, _args, act) => permit(view, act.actor, 'groups', null),
  fits: () => [],
  make(act, args) {
    act.put('ranges', { id: args.id ?? act.nextId(), from: args.from, to: args.to });
  },
});

export const attachNumber = defineIntent({
  name: 'number.attach',
  args: z.strictObject({
    numberId: reference,
    to: z.union([
      z.strictObject({ userId: reference }),
      z.strictObject({ groupId: reference }),
      z.strictObject({ menuId: reference }),
    ]),
  }),
  exists: (view, args) => [
    ...mustExist(view, 'number', args.numberId),
    ...('userId' in args.to
      ? mustExist(view, 'user', args.to.userId)
      : 'groupId' in args.to
        ? mustExist(view, 'group', args.to.groupId)
        : mustExist(view, 'menu', args.to.menuId)),
  ],
  permits: (view, args, act) => permit(view, act.actor, 'groups', groupOfTarget(view, args.to)),
  fits(view, args, act) {
    const number = numberRow(view, args.numberId);
    const refusals: Refusal[] = [...refuseLocked(view, groupOfTarget(view, args.to), groupOfNumber(view, number))];
    if (!isUnused(number)) refusals.push(refuse('NUMBER_IN_USE', { numberId: number.id }));
    refusals.push(...refuseHeld(act, number));
    if ('groupId' in args.to && number.kind !== 'sip') refusals.push(invalid('to', 'onlySipForGroups'));
    if ('menuId' in args.to && number.kind === 'mobile') refusals.push(invalid('to', 'noMobileForMenus'));
    if ('userId' in args.to) refusals.push(...refuseOnUser(view, number, args.to.userId));
    return refusals;
  },
  make(act, args) {
    const { held: _held, ...number } = numberRow(act.model, args.numberId);
    act.put('numbers', { ...number, ...args.to, age: act.nextAge() });
  },
});

/** U2, U5, U7: what a user can take. */
function refuseOnUser(view: View, number: NumberRow, userId: string): readonly Refusal[] {
  const user = view.user(userId);
  const archived = refuseArchived(user);
  if (archived.length > 0) return archived;
  if (number.kind === 'mobile') {
    const seat = view.seatOf(userId);
    if (seat === undefined) return [refuse('SEAT_REQUIRED', { userId }, 'U5')];
    return mobileNumbersOf(view, userId) >= maxMobileNumbers
      ? [refuse('MOBILE_LIMIT', { limit: maxMobileNumbers, seatId: seat.id })]
      : [];
  }
  if (number.kind === 'sip' && user.allowance !== null) {
    const limit = user.allowance.sip ?? 0;
    return view.sipNumbersOf(userId) >= limit ? [refuse('ALLOWANCE_EXCEEDED', { userId, limit })] : [];
  }
  return [];
}

export const detachNumber = defineIntent({
  name: 'number.detach',
  args: z.strictObject({ numberId: reference }),
  exists: (view, args) => mustExist(view, 'number', args.numberId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', groupOfNumber(view, numberRow(view, args.numberId))),
  fits(view, args) {
    const number = numberRow(view, args.numberId);
    if (number.seatId !== null)
      return [
        ...refuseLocked(view, groupOfNumber(view, number)),
        refuse('SEAT_NUMBER', { numberId: number.id, seatId: number.seatId }),
      ];
    return isUnused(number)
      ? [refuse('NOT_ATTACHED', { numberId: number.id })]
      : refuseLocked(view, groupOfNumber(view, number));
  },
  make(act, args) {
    freeNumber(act, numberRow(act.model, args.numberId));
  },
});

export const removeNumber = defineIntent({
  name: 'number.remove',
  args: z.strictObject({ numberId: reference }),
  exists: (view, args) => mustExist(view, 'number', args.numberId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', groupOfNumber(view, numberRow(view, args.numberId))),
  fits(view, args, act) {
    const number = numberRow(view, args.numberId);
    return isUnused(number)
      ? refuseHeld(act, number)
      : [...refuseLocked(view, groupOfNumber(view, number)), refuse('NUMBER_IN_USE', { numberId: number.id })];
  },
  make(act, args) {
    act.remove('numbers', args.numberId);
  },
});

function groupOfMenu(view: View, menuId: string): string {
  const menu = view.row('menus', menuId);
  if (menu === undefined) throw new Error(`no menu ${menuId}`);
  return menu.groupId;
}

export const createMenu = defineIntent({
  name: 'menu.create',
  args: z.strictObject({ id: id.optional(), groupId: reference, name, kind: z.enum(menuKinds) }),
  exists: (view, args) => [...mustExist(view, 'group', args.groupId), ...mustBeNew(view, args.id)],
  permits: (view, args, act) => permit(view, act.actor, 'groups', args.groupId),
  fits: (view, args) => refuseLocked(view, args.groupId),
  make(act, args) {
    act.put('menus', {
      id: args.id ?? act.nextId(),
      groupId: args.groupId,
      name: args.name,
      kind: args.kind,
      users: [],
      groups: [],
    });
  },
});

function members(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

export const setMenuMembers = defineIntent({
  name: 'menu.setMembers',
  args: z.strictObject({
    menuId: reference,
    users: z.array(reference).max(10_000),
    groups: z.array(reference).max(10_000),
  }),
  exists: (view, args) => [
    ...mustExist(view, 'menu', args.menuId),
    ...members(args.users).flatMap((id) => mustExist(view, 'user', id)),
    ...members(args.groups).flatMap((id) => mustExist(view, 'group', id)),
  ],
  permits: (view, args, act) => permit(view, act.actor, 'groups', groupOfMenu(view, args.menuId)),
  fits: (view, args) => [
    ...refuseLocked(view, groupOfMenu(view, args.menuId)),
    ...members(args.users).flatMap((id) => refuseArchived(view.user(id))),
    ...refuseMembers(view, args.menuId, members(args.users), members(args.groups)),
  ],
  make(act, args) {
    act.update('menus', args.menuId, { users: members(args.users), groups: members(args.groups) });
  },
});

/** Gives a voice menu another name. */
export const renameMenu = defineIntent({
  name: 'menu.rename',
  since: 2,
  args: update({ name }, { menuId: reference }),
  exists: (view, args) => mustExist(view, 'menu', args.menuId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', groupOfMenu(view, args.menuId)),
  fits: (view, args) => [
    ...refuseLocked(view, groupOfMenu(view, args.menuId)),
    ...refuseStale({ ...view.row('menus', args.menuId) }, args.set, args.was),
  ],
  make: (act, args) => act.update('menus', args.menuId, defined(args.set)),
});

export const removeMenuIntent = defineIntent({
  name: 'menu.remove',
  args: z.strictObject({ menuId: reference }),
  exists: (view, args) => mustExist(view, 'menu', args.menuId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', groupOfMenu(view, args.menuId)),
  fits: (view, args) => refuseLocked(view, groupOfMenu(view, args.menuId)),
  make(act, args) {
    removeMenu(act, args.menuId);
  },
});

function groupOfDevice(view: View, deviceId: string): string {
  const device = view.row('devices', deviceId);
  if (device === undefined) throw new Error(`no device ${deviceId}`);
  return device.groupId;
}

export const registerDevice = defineIntent({
  name: 'device.register',
  args: z.strictObject({
    id: id.optional(),
    blockId: id.optional(),
    groupId: reference,
    serial,
    model: text.optional(),
  }),
  exists: (view, args) => [
    ...mustExist(view, 'group', args.groupId),
    ...mustBeNew(view, args.id),
    ...mustBeNew(view, args.blockId),
    ...(args.id !== undefined && args.id === args.blockId ? [refuse('DUPLICATE_ID', { id: args.id })] : []),
  ],
  permits: (view, args, act) => permit(view, act.actor, 'groups', args.groupId),
  fits(view, args, act) {
    const deviceId = deviceLike(act, args.serial);
    return [
      ...refuseLocked(view, args.groupId),
      ...(deviceId === undefined ? [] : [refuse('DUPLICATE_SERIAL', { deviceId, serial: args.serial })]),
    ];
  },
  make(act: Act, args) {
    const id = args.id ?? act.nextId();
    const blockId = args.blockId ?? act.nextId();
    act.put('devices', { id, groupId: args.groupId, serial: args.serial, model: args.model ?? '', blockId });
    // D8: one free Basic unit without end, wherever the device is.
    act.put('blocks', {
      id: blockId,
      groupId: args.groupId,
      typeId: 'link.basic',
      quantity: 1,
      validFrom: null,
      validUntil: null,
      source: 'device',
      resources: null,
      note: '',
      deviceId: id,
      madeOn: act.today,
      age: act.nextAge(),
    });
  },
});

export const moveDevice = defineIntent({
  name: 'device.move',
  args: z.strictObject({ deviceId: reference, groupId: reference }),
  exists: (view, args) => [...mustExist(view, 'device', args.deviceId), ...mustExist(view, 'group', args.groupId)],
  permits: (view, args, act) => [
    ...permit(view, act.actor, 'groups', groupOfDevice(view, args.deviceId)),
    ...permit(view, act.actor, 'groups', args.groupId),
  ],
  fits: (view, args) => refuseLocked(view, groupOfDevice(view, args.deviceId), args.groupId),
  make(act, args) {
    const blockId = act.model.row('devices', args.deviceId)?.blockId ?? '';
    act.update('devices', args.deviceId, { groupId: args.groupId });
    act.update('blocks', blockId, { groupId: args.groupId });
  },
});

export const removeDeviceIntent = defineIntent({
  name: 'device.remove',
  args: z.strictObject({ deviceId: reference }),
  exists: (view, args) => mustExist(view, 'device', args.deviceId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', groupOfDevice(view, args.deviceId)),
  fits: (view, args) => refuseLocked(view, groupOfDevice(view, args.deviceId)),
  make(act, args) {
    removeDevice(act, args.deviceId);
  },
});
