import { z } from 'zod';
import { addDays } from '../kernel/day';
import type { View } from '../model/model';
import type { BlockRow } from '../model/rows';
import type { Act } from '../rules/act';
import { refuseLocked } from '../rules/locked';
import { permit } from '../rules/permission';
import { allocationsEndingWith } from '../rules/renewal';
import { refuse, type Refusal } from '../rules/refusals';
import { countedFromNow, refuseWindow } from '../rules/windows';
import { openDay, positive, price, reference, typeId } from './arguments';
import { defineIntent, invalid, mustExist, mustKnowTypes, refuseRetired } from './definition';

export const setPrice = defineIntent({
  name: 'catalogue.setPrice',
  since: 2,
  args: z.strictObject({ typeId, ...price.shape }),
  exists: (view, args) => mustKnowTypes(view, args.typeId),
  permits: (view, _args, act) => permit(view, act.actor, 'purchases', null),
  fits: () => [],
  make(act, args) {
    act.put('prices', { id: args.typeId, amount: args.amount, per: args.per });
  },
});

function blockOf(view: View, id: string): BlockRow {
  const block = view.row('blocks', id);
  if (block === undefined) throw new Error(`no block ${id}`);
  return block;
}

export const renewBlock = defineIntent({
  name: 'block.renew',
  since: 2,
  args: z.strictObject({
    blockId: reference,
    validUntil: openDay,
    quantity: positive.optional(),
    allocations: z.boolean().optional(),
  }),
  exists: (view, args) => mustExist(view, 'block', args.blockId),
  permits(view, args, act) {
    const block = blockOf(view, args.blockId);
    const below = args.allocations === true ? allocationsEndingWith(view, block) : [];
    return [
      ...(block.source === 'allocation'
        ? permit(view, act.actor, 'allocate', block.groupId)
        : permit(view, act.actor, 'purchases', null)),
      ...below.flatMap(({ groupId }) => permit(view, act.actor, 'allocate', groupId)),
    ];
  },
  fits(view, args) {
    const block = blockOf(view, args.blockId);
    const refusals: Refusal[] = [
      ...refuseLocked(view, block.groupId),
      ...(block.source === 'purchase' ? refuseRetired(view, block.typeId, 'blockId') : []),
    ];
    if (block.source === 'device') return [...refusals, refuse('DEVICE_BLOCK', { blockId: block.id })];
    if (block.source === 'grant') return [...refusals, invalid('blockId', 'isAGrant')];
    if (block.validUntil === null) return [...refusals, invalid('blockId', 'hasNoEnd')];
    const begins = addDays(block.validUntil, 1);
    if (block.typeId === 'link.trial' && args.validUntil === null)
      refusals.push(invalid('validUntil', 'trialNeedsEnd'));
    const below = args.allocations === true ? allocationsEndingWith(view, block) : [];
    return [
      ...refusals,
      ...refuseLocked(view, ...below.map(({ groupId }) => groupId)),
      ...refuseWindow({ validFrom: begins, validUntil: args.validUntil }),
    ];
  },
  make(act, args) {
    const block = blockOf(act.model, args.blockId);
    const below = args.allocations === true ? allocationsEndingWith(act.model, block) : [];
    addFollowing(act, block, args.validUntil, args.quantity ?? block.quantity);
    for (const allocation of below) addFollowing(act, allocation, args.validUntil, allocation.quantity);
  },
});

/** X4: the block that follows another without a gap. */
function addFollowing(act: Act, block: BlockRow, validUntil: BlockRow['validUntil'], quantity: number): void {
  if (block.validUntil === null) return;
  act.put('blocks', {
    ...block,
    id: act.nextId(),
    quantity,
    validFrom: addDays(block.validUntil, 1),
    validUntil,
    madeOn: act.today,
    ...(block.source === 'allocation' ? countedFromNow(act) : {}),
    age: act.nextAge(),
  });
}
