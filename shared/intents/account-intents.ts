import { z } from 'zod';
import type { Contract, RequestRow } from '../model/rows';
import type { View } from '../model/model';
import { licenseType, vendorType } from '../catalogue/license-types';
import { paymentMethods, requestKinds, type LicenseTypeId } from '../model/vocabulary';
import { refuseLocked } from '../rules/locked';
import { refuseBrokenMenus } from '../rules/menus';
import { permit, permitBase } from '../rules/permission';
import { refuseStale } from '../rules/stale';
import { baseOfRole } from '../rules/roles';
import { isActive } from '../model/timeline';
import type { Act } from '../rules/act';
import { defineIntent, defined, invalid, mustBeNew, mustExist, mustKnowTypes, refuseRetired } from './definition';
import {
  baseRole,
  contract,
  currency,
  features,
  groupKind,
  hashText,
  id,
  is,
  money,
  name,
  reference,
  resources,
  note,
  typeId,
  update,
  quantity,
} from './arguments';
import { refuse, type Refusal } from '../rules/refusals';

/** The ids of the first group and the first user of every account. */
export const rootId = 'root';
export const ownerId = 'owner';

/** The first commit of every ledger. It can only be made where there is nothing yet. */
export const openAccount = defineIntent({
  name: 'account.open',
  args: z.strictObject({
    name,
    timeZone: z.string().min(1).max(100),
    ownerName: name.default('Owner'),
    kind: groupKind.default('distributor'),
    /** The account that this one goes on from, where every key of that one is lost. */
    continues: z.strictObject({ ledger: id, seq: z.int().min(1), hash: hashText, stateHash: hashText }).optional(),
  }),
  argumentsSince2: ['continues'],
  exists: () => [],
  permits: () => [],
  fits: (view) => (view.isOpen ? [invalid('do', 'alreadyOpen')] : []),
  make(act, args) {
    act.put('account', {
      id: 'account',
      rootId,
      timeZone: args.timeZone,
      paymentMethod: 'invoice',
      outstanding: 0,
      contract: { reductionPolicy: 'selfService' },
      ...defined({ continues: args.continues }),
    });
    act.put('groups', {
      id: rootId,
      parentId: null,
      kind: args.kind,
      name: args.name,
      code: '',
      note: '',
      status: 'draft',
      protected: false,
      restriction: 'own',
      deny: [],
      allow: [],
      reminder: null,
      order: 'a0',
    });
    act.put('users', {
      id: ownerId,
      groupId: rootId,
      name: args.ownerName,
      email: '',
      phone: '',
      roleId: 'owner',
      lifecycle: 'active',
      adminOf: [rootId],
      allowance: null,
      allowanceAge: null,
      purgeAt: null,
    });
  },
});

export const updateAccount = defineIntent({
  name: 'account.update',
  args: update(
    {
      name,
      timeZone: z.string().min(1).max(100),
      paymentMethod: z.enum(paymentMethods),
      outstanding: money,
      contract,
      currency,
      country: z.string().regex(/^[A-Z]{2}$/, is('notACountry')),
    },
    {},
  ),
  argumentsSince2: [
    'set.currency',
    'set.country',
    'set.contract.startsOn',
    'set.contract.renewsOn',
    'set.contract.price',
    'set.contract.currency',
  ],
  exists: (view, args) => mustKnowTypes(view, ...(Object.keys(args.set.contract?.floor ?? {}) as LicenseTypeId[])),
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits: (view, args) => refuseStale({ ...view.account, name: view.root.name }, args.set, args.was),
  make(act, args) {
    const { name, contract, ...fields } = args.set;
    act.update('account', 'account', {
      ...defined(fields),
      ...(contract === undefined ? {} : { contract: defined(contract) as Contract }),
    });
    // The root group is the account and bears its name.
    if (name !== undefined) act.update('groups', act.model.account.rootId, { name });
  },
});

export const setUnit = defineIntent({
  name: 'catalogue.setUnit',
  args: z.strictObject({
    typeId: typeId.refine((value) => vendorType(value)?.adjustable === true, is('notAdjustable')),
    resources,
  }),
  exists: () => [],
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits: () => [],
  make(act, args) {
    act.put('units', { id: args.typeId, resources: args.resources });
  },
});

export const defineRole = defineIntent({
  name: 'role.define',
  args: z.strictObject({ id: id.optional(), name, base: baseRole, extraFeatures: features.optional() }),
  exists: (view, args) => [
    ...mustBeNew(view, args.id),
    ...(args.id !== undefined && view.tableOf(args.id) === undefined && baseOfRole(view, args.id) !== undefined
      ? [refuse('DUPLICATE_ID', { id: args.id })]
      : []),
  ],
  permits: (view, args, act) => permitBase(view, act.actor, args.base),
  fits: () => [],
  make(act, args) {
    act.put('roles', {
      id: args.id ?? act.nextId(),
      name: args.name,
      base: args.base,
      extraFeatures: args.extraFeatures ?? [],
    });
  },
});

export const removeRole = defineIntent({
  name: 'role.remove',
  args: z.strictObject({ roleId: reference }),
  exists: (view, args) => mustExist(view, 'role', args.roleId),
  permits(view, args, act) {
    const base = baseOfRole(view, args.roleId);
    return base === undefined ? [] : permitBase(view, act.actor, base);
  },
  fits(view, args) {
    const users = view.usersWithRole(args.roleId).size;
    return users > 0 ? [refuse('ROLE_IN_USE', { roleId: args.roleId, users })] : [];
  },
  make(act, args) {
    act.remove('roles', args.roleId);
  },
});

export const openRequest = defineIntent({
  name: 'request.open',
  args: z
    .strictObject({
      id: id.optional(),
      kind: z.enum(requestKinds),
      blockId: reference.optional(),
      typeId,
      quantity,
      note: note.optional(),
    })
    .superRefine((given, context) => {
      if (given.kind === 'add') {
        if (given.blockId !== undefined)
          context.addIssue({ code: 'custom', path: ['blockId'], message: is('newHasNoBlock') });
        if ((vendorType(given.typeId)?.source ?? 'purchase') !== 'purchase' || given.typeId === 'link.feature')
          context.addIssue({ code: 'custom', path: ['typeId'], message: is('notRequestable') });
        if (given.quantity < 1)
          context.addIssue({ code: 'custom', path: ['quantity'], message: is('tooSmall'), params: { least: 1 } });
      } else if (given.blockId === undefined) {
        context.addIssue({ code: 'custom', path: ['blockId'], message: is('blockMissing') });
      }
    }),
  exists: (view, args) => [
    ...mustExist(view, 'block', args.blockId),
    ...mustBeNew(view, args.id),
    ...mustKnowTypes(view, args.typeId),
  ],
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits(view, args) {
    if (args.blockId === undefined) return refuseRetired(view, args.typeId);
    const block = view.row('blocks', args.blockId);
    if (block?.source !== 'purchase') return [invalid('blockId', 'notAPurchase')];
    if (args.kind === 'reduce') {
      return [
        ...(block.typeId === args.typeId ? [] : [invalid('typeId', 'notTheType')]),
        ...(args.quantity < block.quantity ? [] : [invalid('quantity', 'notLess')]),
      ];
    }
    const wanted = licenseType(view, args.typeId);
    const sameMode = licenseType(view, block.typeId).mode === wanted.mode;
    const purchasable = wanted.source === 'purchase' && args.typeId !== 'link.feature';
    if (block.typeId === args.typeId || !sameMode || !purchasable) return [invalid('typeId', 'notChangeable')];
    return refuseRetired(view, args.typeId);
  },
  make(act, args) {
    act.put('requests', {
      id: args.id ?? act.nextId(),
      kind: args.kind,
      blockId: args.blockId ?? null,
      typeId: args.typeId,
      quantity: args.quantity,
      status: 'open',
      note: args.note ?? '',
    });
  },
});

function requestOf(view: View, id: string): RequestRow {
  const request = view.row('requests', id);
  if (request === undefined) throw new Error(`no request ${id}`);
  return request;
}

export const resolveRequest = defineIntent({
  name: 'request.resolve',
  args: z.strictObject({ requestId: reference, outcome: z.enum(['approved', 'rejected']) }),
  exists: (view, args) => mustExist(view, 'request', args.requestId),
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits(view, args, act) {
    const request = requestOf(view, args.requestId);
    if (request.status !== 'open')
      return [refuse('STALE', { field: 'status', expected: 'open', actual: request.status })];
    if (args.outcome === 'rejected' || request.blockId === null) return [];
    // What the request was about may be gone by now.
    if (view.row('blocks', request.blockId) === undefined)
      return [refuse('NOT_FOUND', { kind: 'block', id: request.blockId })];
    if (request.kind !== 'changeType') return [];
    const holders = seatsCarried(view, request, act).flatMap((seatId) => view.row('seats', seatId)?.userId ?? []);
    // D11: the seats that would change with the block may be held in a locked group.
    return [
      ...refuseLocked(view, ...holders.map((userId) => view.user(userId).groupId)),
      ...refuseBrokenMenus(view, holders, request.typeId),
    ];
  },
  make(act, args) {
    const request = requestOf(act.model, args.requestId);
    act.update('requests', args.requestId, { status: args.outcome });
    return args.outcome === 'approved' ? applyRequest(act, request) : [];
  },
});

function applyRequest(act: Act, request: RequestRow): readonly Refusal[] {
  const { model } = act;
  if (request.kind === 'add') {
    act.put('blocks', {
      id: act.nextId(),
      groupId: model.root.id,
      typeId: request.typeId,
      quantity: request.quantity,
      validFrom: null,
      validUntil: null,
      source: 'purchase',
      resources: null,
      note: '',
      deviceId: null,
      madeOn: act.today,
      age: act.nextAge(),
    });
    return [];
  }
  if (request.blockId === null) return [];
  if (request.kind === 'reduce') {
    act.update('blocks', request.blockId, { quantity: request.quantity });
    return [];
  }
  const carried = seatsCarried(model, request, act);
  act.update('blocks', request.blockId, { typeId: request.typeId, quantity: request.quantity, resources: null });
  // U12: the age of a seat that changes its type is new; oldest first, so that their order stays.
  for (const seatId of carried)
    if (act.rules === 1 || model.row('seats', seatId)?.typeId !== request.typeId)
      act.update('seats', seatId, { typeId: request.typeId, age: act.nextAge() });
  return [];
}

/** The seats that change with a block: held in the root's pool, of the block's type, oldest first, no more than the block carries. */
function seatsCarried(view: View, request: RequestRow, act: Act): readonly string[] {
  const block = request.blockId === null ? undefined : view.row('blocks', request.blockId);
  if (block === undefined || licenseType(view, block.typeId).mode !== 'seat') return [];
  // Since version 2 a block that is not active that day carries none.
  if (act.rules > 1 && !isActive(block, act.today)) return [];
  const seats = seatsOfPool(view, view.root.id, block.typeId);
  return seats.slice(0, Math.min(block.quantity, request.quantity));
}

function seatsOfPool(view: View, poolId: string, typeId: LicenseTypeId): readonly string[] {
  const seats = [];
  for (const group of view.territoryOf(poolId)) {
    for (const userId of view.usersOf(group.id)) {
      const seat = view.seatOf(userId);
      if (seat?.typeId === typeId) seats.push(seat);
    }
  }
  return seats.sort((one, other) => one.age - other.age).map((seat) => seat.id);
}
