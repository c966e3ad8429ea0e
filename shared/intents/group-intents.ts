import { z } from 'zod';
import type { View } from '../model/model';
import type { GroupKind, GroupRow } from '../model/rows';
import { judgeGroupMove } from '../rules/claims';
import {
  checkPlan,
  countPlanned,
  depthOfPlan,
  maxGenerated,
  type GeneratePlan,
  type PlannedGroup,
} from '../rules/generation';
import { heightOf, refuseDepth, refuseMoreGroups } from '../rules/bounds';
import { generationUnder } from '../rules/generation-under';
import { repeatedNumbers } from '../rules/repeated-numbers';
import { lockedAbove, refuseLocked } from '../rules/locked';
import { keepAnOwner, permit, permitOnUser, spareOneself } from '../rules/permission';
import { deleteSubtree, givesBack, releaseClaimsOfSubtree } from '../rules/release';
import { orderLast, orderUnder } from '../rules/sibling-order';
import { refuseStale } from '../rules/stale';
import { countedFromNow } from '../rules/windows';
import { isRestDue, type Sliced } from '../kernel/slices';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Act } from '../rules/act';
import { refuseFields, withFields } from './field-intents';
import { defineIntent, defined, invalid, mustBeNew, mustExist } from './definition';
import {
  features,
  fieldValues,
  groupKind,
  groupStatus,
  id,
  licenses,
  name,
  note,
  plan,
  reference,
  text,
  update,
} from './arguments';
import type { RulesVersion } from '../rules/version';
import { refuse, type Refusal } from '../rules/refusals';

/** D11: these kinds are protected from the start. */
function isProtectedKind(kind: GroupKind): boolean {
  return kind === 'complex' || kind === 'building';
}

function newGroup(fields: Pick<GroupRow, 'id' | 'parentId' | 'kind' | 'name' | 'order'> & Partial<GroupRow>): GroupRow {
  return {
    code: '',
    note: '',
    status: 'draft',
    protected: isProtectedKind(fields.kind),
    restriction: 'inherit',
    deny: [],
    allow: [],
    reminder: null,
    ...fields,
  };
}

export const createGroup = defineIntent({
  name: 'group.create',
  args: z.strictObject({
    id: id.optional(),
    parentId: reference,
    kind: groupKind,
    name,
    code: text.optional(),
    note: note.optional(),
    status: groupStatus.optional(),
    before: reference.optional(),
  }),
  exists: (view, args, act) => [
    ...mustExist(view, 'group', args.parentId),
    // Since version 2 a `before` that is no child of the parent puts the group last, so it need not exist.
    ...(act.rules === 1 ? mustExist(view, 'group', args.before) : []),
    ...mustBeNew(view, args.id),
  ],
  permits: (view, args, act) => permit(view, act.actor, 'groups', args.parentId),
  fits: (view, args, act) => [
    ...refuseLocked(view, args.parentId),
    ...refuseDepth(act, args.parentId, 1),
    ...refuseMoreGroups(act, 'parentId', 1),
  ],
  make(act, args) {
    act.put(
      'groups',
      newGroup({
        id: args.id ?? act.nextId(),
        parentId: args.parentId,
        kind: args.kind,
        name: args.name,
        code: args.code ?? '',
        note: args.note ?? '',
        status: args.status ?? 'draft',
        order:
          args.before === undefined
            ? orderLast(act.model, args.parentId)
            : orderUnder(act.model, args.parentId, args.before),
      }),
    );
  },
});

export const updateGroup = defineIntent({
  name: 'group.update',
  args: update(
    {
      name,
      code: text,
      note,
      status: groupStatus,
      protected: z.boolean(),
      deny: features,
      allow: features,
      fields: fieldValues,
    },
    { groupId: reference },
  ),
  argumentsSince2: ['set.fields'],
  exists: (view, args) => mustExist(view, 'group', args.groupId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', args.groupId),
  fits(view, args) {
    const group = view.group(args.groupId);
    const setsStatusAlone = Object.keys(args.set).length === 1 && args.set.status !== undefined;
    const lockedOnlyItself = group.status === 'locked' && lockedAbove(view, group.parentId ?? group.id) === null;
    return [
      ...(args.set.status === 'locked' && group.parentId === null ? [refuse('ROOT', { groupId: group.id })] : []),
      ...(setsStatusAlone && lockedOnlyItself ? [] : refuseLocked(view, args.groupId)),
      ...refuseStale({ ...group }, args.set, args.was),
      ...refuseFields(view, 'group', args.set.fields),
    ];
  },
  make(act, args) {
    const { fields, ...set } = args.set;
    act.update('groups', args.groupId, { ...defined(set), ...withFields(act.model.group(args.groupId), fields) });
  },
});

export const moveGroup = defineIntent({
  name: 'group.move',
  args: z.strictObject({ groupId: reference, parentId: reference, before: reference.optional(), licenses }),
  // A `before` that is no child of the parent puts the group last, so it need not exist.
  exists: (view, args) => [...mustExist(view, 'group', args.groupId), ...mustExist(view, 'group', args.parentId)],
  permits: (view, args, act) => [
    ...permit(view, act.actor, 'groups', args.groupId),
    ...permit(view, act.actor, 'groups', args.parentId),
  ],
  fits(view, args, act) {
    const group = view.group(args.groupId);
    if (group.parentId === null) return [refuse('ROOT', { groupId: group.id })];
    const refusals: Refusal[] = [...refuseLocked(view, args.groupId, args.parentId)];
    if (group.parentId !== args.parentId)
      refusals.push(...refuseDepth(act, args.parentId, heightOf(view, args.groupId)));
    if (view.isWithin(args.parentId, args.groupId))
      refusals.push(refuse('CYCLE', { groupId: args.groupId, parentId: args.parentId }));
    // Reordering among its siblings moves nothing that protection is for.
    const changesParent = group.parentId !== args.parentId;
    if (group.protected && changesParent) refusals.push(refuse('PROTECTED', { groupId: args.groupId }));
    // Below itself there is no place whose project or pool could be compared.
    if (!changesParent || view.isWithin(args.parentId, args.groupId)) return refusals;
    const judgement = judgeGroupMove(view, group, args.parentId);
    if (judgement.refusal === null) return refusals;
    // What is given back inside a locked part would be a change to it (D11).
    if (args.licenses === 'release')
      return refusals.some(({ code }) => code === 'LOCKED')
        ? refusals
        : [...refusals, ...refuseLockedGivenBack(act, group)];
    return args.licenses === 'redraw' && judgement.redrawable ? refusals : [...refusals, judgement.refusal];
  },
  make(act, args) {
    const group = act.model.group(args.groupId);
    const changesParent = group.parentId !== args.parentId;
    if (
      changesParent &&
      args.licenses === 'release' &&
      judgeGroupMove(act.model, group, args.parentId).refusal !== null
    )
      releaseClaimsOfSubtree(act, args.groupId);
    const order = orderUnder(act.model, args.parentId, args.before, args.groupId);
    act.update('groups', args.groupId, { parentId: args.parentId, order });
  },
});

function refuseLockedInside(view: View, groupId: string): readonly Refusal[] {
  for (const group of view.subtree(groupId))
    if (group.status === 'locked') return [refuse('LOCKED', { groupId: group.id })];
  return [];
}

/** D10: locked groups inside that would give something back; under version 1, any locked group inside. */
function refuseLockedGivenBack(act: Act, top: GroupRow): readonly Refusal[] {
  const { model: view } = act;
  if (act.rules === 1) return refuseLockedInside(view, top.id);
  const locked = new Set<string>();
  const stack: { readonly id: string; readonly lockedBy: string | null }[] = [{ id: top.id, lockedBy: null }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const group = view.group(next.id);
    const lockedBy = next.lockedBy ?? (group.status === 'locked' ? group.id : null);
    if (lockedBy !== null && givesBack(view, group)) locked.add(lockedBy);
    for (const id of view.children(group.id)) stack.push({ id, lockedBy });
  }
  return [...locked].sort().map((groupId) => refuse('LOCKED', { groupId }));
}

function usersInside(view: View, groupId: string): ReadonlySet<string> {
  const users = new Set<string>();
  for (const group of view.subtree(groupId)) for (const userId of view.usersOf(group.id)) users.add(userId);
  return users;
}

export const deleteGroup = defineIntent({
  name: 'group.delete',
  args: z.strictObject({ groupId: reference }),
  exists: (view, args) => mustExist(view, 'group', args.groupId),
  permits(view, args, act) {
    // Deleting the root is `ROOT` before all else; version 1 asked for the right first.
    if (view.group(args.groupId).parentId === null)
      return act.rules === 1 ? permit(view, act.actor, 'groups', args.groupId) : [];
    const leaving = usersInside(view, args.groupId);
    const peers = [...leaving].sort().flatMap((userId) => permitOnUser(view, act.actor, view.user(userId)));
    return [
      ...permit(view, act.actor, 'groups', args.groupId),
      ...peers,
      ...keepAnOwner(view, leaving),
      ...spareOneself(act.actor, leaving),
    ];
  },
  fits(view, args) {
    const group = view.group(args.groupId);
    if (group.parentId === null) return [refuse('ROOT', { groupId: group.id })];
    const locked = refuseLocked(view, args.groupId);
    return [
      ...(locked.length > 0 ? locked : refuseLockedInside(view, args.groupId)),
      ...(group.protected ? [refuse('PROTECTED', { groupId: args.groupId })] : []),
    ];
  },
  *make(act, args) {
    yield* deleteSubtree(act, args.groupId);
  },
});

export const generateGroups = defineIntent({
  name: 'group.generate',
  args: z.strictObject({ parentId: reference, plan }),
  exists: (view, args) => mustExist(view, 'group', args.parentId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', args.parentId),
  fits(view, args, act) {
    const locked = [
      ...refuseLocked(view, args.parentId),
      ...refuseDepth(act, args.parentId, depthOfPlan(args.plan)),
      ...refuseMoreGroups(act, 'plan', countPlanned(args.plan)),
    ];
    const generation = generationUnder(view, args.parentId, args.plan, act.rules);
    if (generation.kind === 'invalid')
      return [...locked, invalid(generation.path, generation.problem, generation.bounds)];
    if (generation.kind === 'nameMissing') return [...locked, refuse('NAME_REQUIRED')];
    if (generation.kind === 'duplicateName') return [...locked, refuse('DUPLICATE_NAME', { name: generation.name })];
    return locked;
  },
  *make(act, args) {
    const generation = generationUnder(act.model, args.parentId, args.plan, act.rules);
    if (generation.kind !== 'planned') return;
    if (act.rules > 1) act.warnings.push(...repeatedNumbers(act.model, args.parentId, generation.groups));
    const idAt = act.rules === 1 ? () => act.nextId() : act.idsOfMaking();
    yield* putPlanned(act, args.parentId, generation.groups, { done: 0, of: generation.total, idAt }, '');
  },
});

function* putPlanned(
  act: Act,
  parentId: string,
  groups: readonly PlannedGroup[],
  progress: { done: number; readonly of: number; readonly idAt: (place: string) => string },
  place: string,
): Sliced<void> {
  const siblings = act.model.children(parentId);
  const last = siblings[siblings.length - 1];
  const orders = generateNKeysBetween(last === undefined ? null : act.model.group(last).order, null, groups.length);
  for (const [index, group] of groups.entries()) {
    progress.done += 1;
    if (isRestDue(progress.done)) yield { done: progress.done, of: progress.of };
    const at = `${place}${String(index + 1)}`;
    const id = progress.idAt(at);
    act.put(
      'groups',
      newGroup({ id, parentId, kind: group.kind, name: group.name, code: group.code, order: orders[index] as string }),
    );
    if (group.children.length > 0) yield* putPlanned(act, id, group.children, progress, `${at}.`);
  }
}

/** Checks of a plan that need no state (G1). */
export function refusePlan(plan: GeneratePlan, rules: RulesVersion): readonly Refusal[] {
  const problem = checkPlan(plan, rules);
  return problem === null ? [] : [invalid(problem.path, problem.problem, problem.bounds)];
}

export const copyGroup = defineIntent({
  name: 'group.copy',
  args: z.strictObject({
    id: id.optional(),
    groupId: reference,
    parentId: reference,
    name: name.optional(),
    include: z.strictObject({ limits: z.boolean().optional() }).optional(),
  }),
  exists: (view, args) => [
    ...mustExist(view, 'group', args.groupId),
    ...mustExist(view, 'group', args.parentId),
    ...mustBeNew(view, args.id),
  ],
  permits: (view, args, act) => [
    ...permit(view, act.actor, 'groups', args.groupId),
    ...permit(view, act.actor, 'groups', args.parentId),
    // Copied limits stand on children of the parent, never on the parent itself.
    ...(args.include?.limits === true && copiesLimits(view, args.groupId)
      ? permitLimitsBelow(view, act, args.parentId)
      : []),
  ],
  fits(view, args, act) {
    const { groups } = view.count(args.groupId);
    const tooMany = groups > maxGenerated ? [invalid('groupId', 'tooManyGroups', { most: maxGenerated })] : [];
    return [
      ...refuseLocked(view, args.parentId),
      ...(tooMany.length > 0 ? tooMany : refuseMoreGroups(act, 'groupId', groups)),
      ...refuseDepth(act, args.parentId, heightOf(view, args.groupId)),
    ];
  },
  *make(act, args) {
    const { model } = act;
    const withLimits = args.include?.limits === true;
    // Listed before anything is made: a group may be copied into itself.
    const sources = [...model.subtree(args.groupId)];
    const copies = new Map<string, string>();
    const idOf = act.rules === 1 ? () => act.nextId() : act.idsOfMaking();
    for (const [index, source] of sources.entries()) {
      if (isRestDue(index)) yield { done: index, of: sources.length };
      const isTop = source.id === args.groupId;
      const id = isTop ? (args.id ?? idOf(source.id)) : idOf(source.id);
      copies.set(source.id, id);
      const parentId = isTop ? args.parentId : (copies.get(source.parentId ?? '') ?? args.parentId);
      act.put(
        'groups',
        newGroup({
          id,
          parentId,
          kind: source.kind,
          name: isTop ? (args.name ?? source.name) : source.name,
          code: source.code,
          note: source.note,
          deny: source.deny,
          allow: source.allow,
          reminder: source.reminder,
          restriction: withLimits ? source.restriction : 'inherit',
          order: isTop ? orderLast(model, args.parentId) : source.order,
        }),
      );
    }
    if (!withLimits) return;
    for (const source of sources) {
      for (const blockId of blocksByAge(model, source.id)) {
        const block = model.row('blocks', blockId);
        if (block?.source !== 'allocation') continue;
        // What has ended is nothing to copy.
        if (act.rules > 1 && block.validUntil !== null && block.validUntil < act.today) continue;
        act.put('blocks', {
          ...block,
          id: idOf(block.id),
          groupId: copies.get(source.id) as string,
          madeOn: act.today,
          ...countedFromNow(act),
          age: act.nextAge(),
        });
      }
    }
  },
});

function permitLimitsBelow(view: View, act: Act, parentId: string): readonly Refusal[] {
  const { actor } = act;
  // Whoever may change groups under the parent and is no mere technician may set limits strictly below what he administers.
  return actor !== null && actor.role === 'technical'
    ? [refuse('NOT_PERMITTED', { role: actor.user.roleId, needs: 'allocate' })]
    : permit(view, actor, 'groups', parentId);
}

function copiesLimits(view: View, groupId: string): boolean {
  for (const group of view.subtree(groupId)) if (group.restriction === 'own') return true;
  return false;
}

/** Blocks of a group in the order in which they were made. */
function blocksByAge(view: View, groupId: string): readonly string[] {
  const rows = [...view.blocksOf(groupId)].map((id) => view.row('blocks', id)).filter((block) => block !== undefined);
  return rows.sort((one, other) => one.age - other.age).map((block) => block.id);
}
