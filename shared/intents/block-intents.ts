import { vendorType } from '../catalogue/license-types';
import { z } from 'zod';
import type { Day } from '../kernel/day';
import type { View } from '../model/model';
import type { BlockRow, Resources } from '../model/rows';
import { refuseLocked } from '../rules/locked';
import { givesMoreSomeDay } from '../rules/contract';
import { permit } from '../rules/permission';
import { refuseStale } from '../rules/stale';
import { refuseEnded, refuseResources, refuseWindow } from '../rules/windows';
import { defineIntent, defined, invalid, mustBeNew, mustExist, mustKnowTypes, refuseRetired } from './definition';
import {
  allocationFields,
  checkFeatureResources,
  hasResources,
  id,
  is,
  openDay,
  positive,
  price,
  reference,
  resources,
  seenValues,
  shortText,
  note,
  typeId,
  update,
  quantity,
  windowFields,
} from './arguments';
import { makeAllocation } from './make-allocation';
import { refuse, type Refusal } from '../rules/refusals';

function blockOf(view: View, id: string): BlockRow {
  const block = view.row('blocks', id);
  if (block === undefined) throw new Error(`no block ${id}`);
  return block;
}

/** What is known of a purchase besides what it gives. */
const purchaseFields = { price: price.nullable(), orderNumber: shortText, supplier: shortText };

/** What `allocation.set` changes of a block. */
function allocationSet(args: {
  readonly quantity: number;
  readonly validFrom?: Day | null | undefined;
  readonly validUntil?: Day | null | undefined;
  readonly resources?: Resources | undefined;
}) {
  const { quantity, validFrom, validUntil, resources } = args;
  return { quantity, validFrom, validUntil, resources };
}

export const addBlock = defineIntent({
  name: 'block.add',
  args: z
    .strictObject({
      id: id.optional(),
      groupId: reference,
      typeId,
      quantity: positive,
      ...windowFields,
      source: z.enum(['purchase', 'trial']),
      resources: resources.optional(),
      note: note.optional(),
      price: price.optional(),
      orderNumber: shortText.optional(),
      supplier: shortText.optional(),
    })
    .superRefine((given, context) => {
      checkFeatureResources(given, context, false);
      if (given.typeId === 'link.feature' && !hasResources(given))
        context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
      if ((vendorType(given.typeId)?.source ?? 'purchase') !== given.source)
        context.addIssue({ code: 'custom', path: ['source'], message: is('wrongSource') });
      if (given.typeId === 'link.trial' && (given.validUntil ?? null) === null)
        context.addIssue({ code: 'custom', path: ['validUntil'], message: is('trialNeedsEnd') });
    }),
  argumentsSince2: ['price', 'orderNumber', 'supplier'],
  exists: (view, args) => [
    ...mustExist(view, 'group', args.groupId),
    ...mustBeNew(view, args.id),
    ...mustKnowTypes(view, args.typeId),
  ],
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits: (view, args) => [
    ...refuseRetired(view, args.typeId),
    ...(view.root.id === args.groupId ? [] : [refuse('ROOT_ONLY', { groupId: args.groupId, source: args.source })]),
    ...refuseLocked(view, args.groupId),
    ...refuseWindow(args),
    ...refuseResources(args.resources),
  ],
  make(act, args) {
    act.put('blocks', {
      id: args.id ?? act.nextId(),
      groupId: args.groupId,
      typeId: args.typeId,
      quantity: args.quantity,
      validFrom: args.validFrom ?? null,
      validUntil: args.validUntil ?? null,
      source: args.source,
      resources: args.resources ?? null,
      note: args.note ?? '',
      deviceId: null,
      madeOn: act.today,
      ...defined({ price: args.price, orderNumber: args.orderNumber, supplier: args.supplier }),
      age: act.nextAge(),
    });
  },
});

/** Tells whether an allocation's id names a block that exists, so that the intent changes it. */
function changes(view: View, id: string | undefined): boolean {
  return id !== undefined && view.row('blocks', id) !== undefined;
}

export const setAllocation = defineIntent({
  name: 'allocation.set',
  args: z
    .strictObject({ ...allocationFields, groupId: reference, was: seenValues(allocationFields).optional() })
    .superRefine((given, context) => {
      checkFeatureResources(given, context, true);
      if (given.resources !== undefined && !hasResources(given) && given.quantity > 0)
        context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
      for (const key of Object.keys(given.was ?? {}))
        if (!['quantity', 'validFrom', 'validUntil', 'resources'].includes(key) || !Object.hasOwn(given, key))
          context.addIssue({ code: 'custom', path: ['was', key], message: is('notSet') });
    }),
  exists(view, args) {
    const missing = [...mustExist(view, 'group', args.groupId), ...mustKnowTypes(view, args.typeId)];
    if (changes(view, args.id)) return missing;
    if (args.quantity === 0 && args.id !== undefined)
      return [...missing, refuse('NOT_FOUND', { kind: 'block', id: args.id })];
    return [...missing, ...mustBeNew(view, args.id)];
  },
  permits: (view, args, act) => permit(view, act.actor, 'allocate', args.groupId),
  fits(view, args, act) {
    const group = view.group(args.groupId);
    const refusals: Refusal[] = [...refuseLocked(view, args.groupId)];
    if (group.parentId === null) refusals.push(refuse('ROOT', { groupId: group.id }, 'D2'));
    else if (group.restriction !== 'own') refusals.push(refuse('NOT_RESTRICTED', { groupId: group.id }));
    if (args.id === undefined || !changes(view, args.id)) {
      if (args.typeId === 'link.feature' && args.quantity > 0 && args.resources === undefined)
        refusals.push(invalid('resources', 'featureNamesResources'));
      return [
        ...refusals,
        ...refuseWindow(args),
        ...(args.quantity === 0 ? [] : refuseEnded(act, args)),
        ...refuseResources(args.resources),
      ];
    }
    const block = blockOf(view, args.id);
    if (block.source === 'device') refusals.push(refuse('DEVICE_BLOCK', { blockId: block.id }));
    else if (block.source !== 'allocation') refusals.push(invalid('id', 'notAnAllocation'));
    if (block.groupId !== args.groupId) refusals.push(invalid('groupId', 'staysInGroup'));
    if (block.typeId !== args.typeId) refusals.push(invalid('typeId', 'keepsType'));
    return [
      ...refusals,
      ...refuseStale({ ...block }, { ...args }, args.was),
      ...refuseWindow({ ...block, ...defined({ validFrom: args.validFrom, validUntil: args.validUntil }) }),
      ...(args.quantity === 0 ? [] : refuseEnded(act, { ...block, ...defined(allocationSet(args)) }, block)),
      ...refuseResources(args.resources ?? block.resources),
    ];
  },
  make(act, args) {
    if (args.id !== undefined && changes(act.model, args.id)) {
      if (args.quantity === 0) act.remove('blocks', args.id);
      else act.update('blocks', args.id, defined(allocationSet(args)));
      return;
    }
    makeAllocation(act, args.groupId, args);
  },
});

/** The argument by which a block gives more than before. */
function whatGivesMore(
  block: BlockRow,
  set: { readonly quantity?: number | undefined; readonly validUntil?: Day | null | undefined },
): string {
  if ((set.quantity ?? 0) > block.quantity) return 'set.quantity';
  return set.validUntil === undefined ? 'set.validFrom' : 'set.validUntil';
}

export const updateBlock = defineIntent({
  name: 'block.update',
  args: update(
    { quantity, validFrom: openDay, validUntil: openDay, resources, note, typeId, ...purchaseFields },
    { blockId: reference },
  ),
  argumentsSince2: ['set.price', 'set.orderNumber', 'set.supplier'],
  exists: (view, args) => [...mustExist(view, 'block', args.blockId), ...mustKnowTypes(view, args.set.typeId)],
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits(view, args, act) {
    const block = blockOf(view, args.blockId);
    if (block.source === 'device') return [refuse('DEVICE_BLOCK', { blockId: block.id })];
    if (block.source === 'allocation') return [invalid('blockId', 'isAnAllocation')];
    if (block.source === 'grant') return [invalid('blockId', 'isAGrant')];
    const { typeId: _type, price: _price, ...set } = args.set;
    const changed = { ...block, ...defined(set) };
    return [
      ...refuseLocked(view, block.groupId),
      ...(givesMoreSomeDay(block, changed, act.today)
        ? refuseRetired(view, block.typeId, whatGivesMore(block, args.set))
        : []),
      ...(args.set.resources !== undefined && block.typeId !== 'link.feature'
        ? [invalid('set.resources', 'onlyFeatureHasResources')]
        : []),
      ...(block.typeId === 'link.feature' &&
      args.set.resources !== undefined &&
      Object.keys(args.set.resources).length === 0
        ? [invalid('set.resources', 'featureNamesResources')]
        : []),
      ...(block.typeId === 'link.trial' && changed.validUntil === null
        ? [invalid('set.validUntil', 'trialNeedsEnd')]
        : []),
      ...refuseStale({ ...block }, args.set, args.was),
      ...refuseWindow(changed),
      ...refuseResources(args.set.resources),
    ];
  },
  make(act, args) {
    const { typeId, price, ...set } = args.set;
    const block = blockOf(act.model, args.blockId);
    const { price: _former, ...unpriced } = block;
    act.put('blocks', { ...(price === null ? unpriced : block), ...defined(set), ...(price == null ? {} : { price }) });
    // U9: a purchase's type is changed by support only.
    return typeId !== undefined && typeId !== block.typeId ? [refuse('REQUEST_REQUIRED', { to: 'support' })] : [];
  },
});

export const removeBlock = defineIntent({
  name: 'block.remove',
  args: z.strictObject({ blockId: reference }),
  exists: (view, args) => mustExist(view, 'block', args.blockId),
  permits(view, args, act) {
    const block = blockOf(view, args.blockId);
    return block.source === 'allocation'
      ? permit(view, act.actor, 'allocate', block.groupId)
      : permit(view, act.actor, 'purchases', null);
  },
  fits(view, args) {
    const block = blockOf(view, args.blockId);
    return [
      ...refuseLocked(view, block.groupId),
      ...(block.source === 'device' ? [refuse('DEVICE_BLOCK', { blockId: block.id })] : []),
      ...(block.source === 'grant' ? [invalid('blockId', 'isAGrant')] : []),
    ];
  },
  make(act, args) {
    act.remove('blocks', args.blockId);
  },
});
