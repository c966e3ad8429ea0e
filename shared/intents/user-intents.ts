import { presentLifecycles } from '../model/vocabulary';
import { z } from 'zod';
import { addOneYear } from '../kernel/day';
import type { View } from '../model/model';
import type { UserRow } from '../model/rows';
import { judgeUserMove } from '../rules/claims';
import { refuseLocked } from '../rules/locked';
import { keepAnOwner, permit, permitHolding, permitOnUser, permitRole, spareOneself } from '../rules/permission';
import { leaveMenus, releaseClaimsOfUser, releaseUser } from '../rules/release';
import { baseOfRole, baseRoleOf } from '../rules/roles';
import { refuseStale } from '../rules/stale';
import { refuseResources, refuseWindow } from '../rules/windows';
import { refuseFields, withFields } from './field-intents';
import type { Act } from '../rules/act';
import { defineIntent, defined, invalid, mustBeNew, mustExist } from './definition';
import { allowance, email, fieldValues, id, licenses, name, openDay, reference, text, update } from './arguments';
import { refuse, type Refusal } from '../rules/refusals';

/** U2: an archived user is out of reach for everything but remove and restore. */
export function refuseArchived(user: UserRow): readonly Refusal[] {
  return user.lifecycle === 'archived' ? [refuse('USER_ARCHIVED', { userId: user.id })] : [];
}

function mustBeRole(view: View, roleId: string | undefined): readonly Refusal[] {
  return roleId === undefined || baseOfRole(view, roleId) !== undefined
    ? []
    : [refuse('NOT_FOUND', { kind: 'role', id: roleId })];
}

export const createUser = defineIntent({
  name: 'user.create',
  args: z.strictObject({
    id: id.optional(),
    groupId: reference,
    name,
    email: email.optional(),
    phone: text.optional(),
    roleId: reference.optional(),
    status: z.enum(presentLifecycles).optional(),
    from: openDay.optional(),
    until: openDay.optional(),
  }),
  argumentsSince2: ['from', 'until'],
  exists: (view, args) => [
    ...mustExist(view, 'group', args.groupId),
    ...mustBeRole(view, args.roleId),
    ...mustBeNew(view, args.id),
  ],
  permits: (view, args, act) => [
    ...permit(view, act.actor, 'users', args.groupId),
    ...permitRole(view, act.actor, args.roleId ?? 'resident', args.groupId),
  ],
  fits: (view, args) => [
    ...refuseLocked(view, args.groupId),
    ...refuseWindow({ validFrom: args.from, validUntil: args.until }),
  ],
  make(act, args) {
    act.put('users', {
      id: args.id ?? act.nextId(),
      groupId: args.groupId,
      name: args.name,
      email: args.email ?? '',
      phone: args.phone ?? '',
      roleId: args.roleId ?? 'resident',
      lifecycle: args.status ?? 'planned',
      adminOf: [],
      allowance: null,
      allowanceAge: null,
      purgeAt: null,
      ...defined({ from: args.from, until: args.until }),
    });
  },
});

export const updateUser = defineIntent({
  name: 'user.update',
  args: update(
    {
      name,
      email,
      phone: text,
      roleId: reference,
      status: z.enum(presentLifecycles),
      from: openDay,
      until: openDay,
      fields: fieldValues,
    },
    { userId: reference },
  ),
  argumentsSince2: ['set.from', 'set.until', 'set.fields'],
  exists: (view, args) => [...mustExist(view, 'user', args.userId), ...mustBeRole(view, args.set.roleId)],
  permits(view, args, act) {
    const user = view.user(args.userId);
    const { roleId } = args.set;
    const changesRole = roleId !== undefined && roleId !== user.roleId;
    const demotes = changesRole && baseRoleOf(view, user) === 'owner' && baseOfRole(view, roleId) !== 'owner';
    return [
      ...permit(view, act.actor, 'users', user.groupId),
      ...permitOnUser(view, act.actor, user),
      ...(changesRole
        ? [
            ...permitRole(view, act.actor, user.roleId, user.groupId),
            ...permitRole(view, act.actor, roleId, user.groupId),
          ]
        : []),
      ...(demotes ? keepAnOwner(view, new Set([user.id])) : []),
    ];
  },
  fits(view, args) {
    const user = view.user(args.userId);
    return [
      ...refuseArchived(user),
      ...refuseLocked(view, user.groupId),
      ...refuseStale({ ...user, status: user.lifecycle }, args.set, args.was),
      ...refuseFields(view, 'user', args.set.fields),
      ...refuseWindow({
        validFrom: args.set.from === undefined ? user.from : args.set.from,
        validUntil: args.set.until === undefined ? user.until : args.set.until,
      }),
    ];
  },
  make(act, args) {
    const { status, fields, ...set } = args.set;
    act.update('users', args.userId, {
      ...defined(set),
      ...(status === undefined ? {} : { lifecycle: status }),
      ...withFields(act.model.user(args.userId), fields),
    });
  },
});

export const moveUser = defineIntent({
  name: 'user.move',
  args: z.strictObject({ userId: reference, groupId: reference, licenses }),
  exists: (view, args) => [...mustExist(view, 'user', args.userId), ...mustExist(view, 'group', args.groupId)],
  permits(view, args, act) {
    const user = view.user(args.userId);
    return [
      ...permit(view, act.actor, 'users', user.groupId),
      ...permit(view, act.actor, 'users', args.groupId),
      ...permitOnUser(view, act.actor, user),
    ];
  },
  fits(view, args) {
    const user = view.user(args.userId);
    const refusals = [...refuseArchived(user), ...refuseLocked(view, user.groupId, args.groupId)];
    const judgement = judgeUserMove(view, user, args.groupId);
    if (judgement.refusal === null || args.licenses === 'release') return refusals;
    return args.licenses === 'redraw' && judgement.redrawable ? refusals : [...refusals, judgement.refusal];
  },
  make(act, args) {
    const user = act.model.user(args.userId);
    if (args.licenses === 'release' && judgeUserMove(act.model, user, args.groupId).refusal !== null)
      releaseClaimsOfUser(act, args.userId, () => true);
    act.update('users', args.userId, { groupId: args.groupId });
  },
});

function permitLeaving(view: View, userId: string, act: Act): readonly Refusal[] {
  const user = view.user(userId);
  const leaving = new Set([userId]);
  return [
    ...permit(view, act.actor, 'users', user.groupId),
    ...permitOnUser(view, act.actor, user),
    ...(user.lifecycle === 'archived' ? [] : keepAnOwner(view, leaving)),
    ...spareOneself(act.actor, leaving),
  ];
}

export const archiveUser = defineIntent({
  name: 'user.archive',
  args: z.strictObject({ userId: reference }),
  exists: (view, args) => mustExist(view, 'user', args.userId),
  permits: (view, args, act) => permitLeaving(view, args.userId, act),
  fits(view, args) {
    const user = view.user(args.userId);
    return [...refuseArchived(user), ...refuseLocked(view, user.groupId)];
  },
  make(act, args) {
    releaseUser(act, args.userId);
    act.update('users', args.userId, { lifecycle: 'archived', purgeAt: addOneYear(act.today) });
  },
});

export const restoreUser = defineIntent({
  name: 'user.restore',
  args: z.strictObject({ userId: reference }),
  exists: (view, args) => mustExist(view, 'user', args.userId),
  permits(view, args, act) {
    const user = view.user(args.userId);
    return [...permit(view, act.actor, 'users', user.groupId), ...permitOnUser(view, act.actor, user)];
  },
  fits(view, args) {
    const user = view.user(args.userId);
    return [
      ...(user.lifecycle === 'archived' ? [] : [invalid('userId', 'notArchived')]),
      ...refuseLocked(view, user.groupId),
    ];
  },
  make(act, args) {
    act.update('users', args.userId, { lifecycle: 'planned', purgeAt: null });
  },
});

export const removeUser = defineIntent({
  name: 'user.remove',
  args: z.strictObject({ userId: reference }),
  exists: (view, args) => mustExist(view, 'user', args.userId),
  permits: (view, args, act) => permitLeaving(view, args.userId, act),
  fits: (view, args) => refuseLocked(view, view.user(args.userId).groupId),
  make(act, args) {
    releaseUser(act, args.userId);
    leaveMenus(act, args.userId);
    act.remove('users', args.userId);
  },
});

export const setAdministrator = defineIntent({
  name: 'user.setAdmin',
  args: z.strictObject({ userId: reference, groupId: reference, admin: z.boolean() }),
  exists: (view, args) => [...mustExist(view, 'user', args.userId), ...mustExist(view, 'group', args.groupId)],
  permits(view, args, act) {
    const user = view.user(args.userId);
    return [...permit(view, act.actor, 'roles', args.groupId), ...permitOnUser(view, act.actor, user)];
  },
  fits(view, args) {
    const user = view.user(args.userId);
    return [...refuseArchived(user), ...refuseLocked(view, user.groupId, args.groupId)];
  },
  make(act, args) {
    const user = act.model.user(args.userId);
    const others = user.adminOf.filter((id) => id !== args.groupId);
    act.update('users', args.userId, { adminOf: args.admin ? [...others, args.groupId].sort() : others });
  },
});

export const setAllowance = defineIntent({
  name: 'allowance.set',
  args: z.strictObject({ userId: reference, resources: allowance }),
  exists: (view, args) => mustExist(view, 'user', args.userId),
  permits: (view, args, act) => permitHolding(act, view.user(args.userId)),
  fits(view, args) {
    const user = view.user(args.userId);
    return [
      ...refuseArchived(user),
      ...refuseLocked(view, user.groupId),
      ...refuseResources(args.resources),
      ...refuseBelowAttached(view, user, args.resources.sip ?? 0, hasAmounts(args.resources)),
    ];
  },
  make(act, args) {
    const user = act.model.user(args.userId);
    const allowance = hasAmounts(args.resources) ? args.resources : null;
    // X2: a changed claim keeps its age.
    act.put('users', {
      ...user,
      allowance,
      allowanceAge: allowance === null ? null : (user.allowanceAge ?? act.nextAge()),
    });
  },
});

function hasAmounts(resources: object): boolean {
  return Object.keys(resources).length > 0;
}

/** U7: SIP numbers on somebody with an allowance stay within it, also when the allowance shrinks. */
function refuseBelowAttached(view: View, user: UserRow, sip: number, keepsAllowance: boolean): readonly Refusal[] {
  return keepsAllowance && view.sipNumbersOf(user.id) > sip
    ? [refuse('ALLOWANCE_EXCEEDED', { userId: user.id, limit: sip })]
    : [];
}
