import { z } from 'zod';
import { restrictions } from '../model/vocabulary';
import { refuseLocked } from '../rules/locked';
import { permit } from '../rules/permission';
import { refuse, type Refusal } from '../rules/refusals';
import { passFreeSeatsUp } from '../rules/release';
import { refuseEnded, refuseResources, refuseWindow } from '../rules/windows';
import { allocation, is, reference, reminderPolicy } from './arguments';
import { defineIntent, mustBeNew, mustExist, mustKnowTypes } from './definition';
import { makeAllocation } from './make-allocation';

export const setReminder = defineIntent({
  name: 'reminder.set',
  args: z.strictObject({ groupId: reference, policy: reminderPolicy.nullable() }),
  exists: (view, args) => mustExist(view, 'group', args.groupId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', args.groupId),
  fits: (view, args) => refuseLocked(view, args.groupId),
  make(act, args) {
    const policy =
      args.policy === null
        ? null
        : {
            daysBefore: args.policy.daysBefore,
            repeat: args.policy.repeat,
            ...(args.policy.recipients === undefined ? {} : { recipients: args.policy.recipients }),
          };
    act.update('groups', args.groupId, { reminder: policy });
  },
});

export const setRestriction = defineIntent({
  name: 'restriction.set',
  args: z
    .strictObject({
      groupId: reference,
      mode: z.enum(restrictions),
      allocate: z.array(allocation).max(1000).optional(),
    })
    .superRefine((given, context) => {
      if (given.mode === 'inherit' && given.allocate !== undefined && given.allocate.length > 0)
        context.addIssue({ code: 'custom', path: ['allocate'], message: is('onlyOwnPoolsAllocate') });
    }),
  exists: (view, args) => [
    ...mustExist(view, 'group', args.groupId),
    ...(args.allocate ?? []).flatMap((allocation) => mustBeNew(view, allocation.id)),
    ...repeatedIds(args.allocate ?? []),
    ...mustKnowTypes(view, ...(args.allocate ?? []).map((allocation) => allocation.typeId)),
  ],
  permits: (view, args, act) => permit(view, act.actor, 'allocate', args.groupId),
  fits(view, args, act) {
    const group = view.group(args.groupId);
    if (group.parentId === null) return [refuse('ROOT', { groupId: group.id })];
    const blocks =
      args.mode === 'inherit'
        ? [...view.blocksOf(args.groupId)].filter((id) => view.row('blocks', id)?.source === 'allocation')
        : [];
    return [
      ...refuseLocked(view, args.groupId),
      ...(blocks.length > 0 ? [refuse('BLOCKS_PRESENT', { groupId: args.groupId, blocks: blocks.length })] : []),
      ...(args.allocate ?? []).flatMap((allocation) => [
        ...refuseWindow(allocation),
        ...(allocation.quantity === 0 ? [] : refuseEnded(act, allocation)),
        ...refuseResources(allocation.resources),
      ]),
    ];
  },
  make(act, args) {
    if (args.mode === 'inherit') passFreeSeatsUp(act, args.groupId);
    act.update('groups', args.groupId, { restriction: args.mode });
    for (const allocation of args.allocate ?? []) makeAllocation(act, args.groupId, allocation);
  },
});

function repeatedIds(given: readonly { readonly id?: string | undefined }[]): readonly Refusal[] {
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  for (const { id } of given) {
    if (id === undefined) continue;
    if (seen.has(id)) refusals.push(refuse('DUPLICATE_ID', { id }));
    seen.add(id);
  }
  return refusals;
}
