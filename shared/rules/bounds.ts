import { resourceNames } from '../model/vocabulary';
import type { View } from '../model/model';
import type { Change } from '../model/rows';
import type { Act } from './act';
import { unitResources } from './pools';
import { refuse, type Refusal } from './refusals';

/** G7: how much a ledger may ask of its readers. */
const maxRowsOfCommit = 100_000;
const maxGroups = 500_000;
const maxTreeDepth = 64;

function invalid(path: string, problem: string, most: number): Refusal {
  return refuse('INVALID', { path, problem, most });
}

/** G7: a commit makes at most so many rows. */
export function refuseManyRows(act: Pick<Act, 'rules' | 'rowsMade'>): readonly Refusal[] {
  return act.rules > 1 && act.rowsMade > maxRowsOfCommit ? [invalid('', 'tooManyRows', maxRowsOfCommit)] : [];
}

/** Number of levels there are from the root down to a group, both included. */
function depthOf(view: View, groupId: string): number {
  let depth = 0;
  for (const _group of view.ancestry(groupId)) depth += 1;
  return depth;
}

/** Number of levels a subtree has, itself included; looked at no further than `enough`. */
export function heightOf(view: View, groupId: string, enough: number = maxTreeDepth): number {
  let level: readonly string[] = [groupId];
  let height = 0;
  while (level.length > 0 && height <= enough) {
    height += 1;
    level = level.flatMap((id) => view.children(id));
  }
  return height;
}

/** G7: so many levels more below a group; the tree has at most 64. */
export function refuseDepth(act: Act, parentId: string, levels: number): readonly Refusal[] {
  return act.rules > 1 && depthOf(act.model, parentId) + levels > maxTreeDepth
    ? [invalid('parentId', 'tooDeep', maxTreeDepth)]
    : [];
}

/** G7: so many groups more; an account holds at most 500,000. */
export function refuseMoreGroups(act: Act, path: string, groups: number): readonly Refusal[] {
  return act.rules > 1 && act.model.size('groups') + groups > maxGroups
    ? [invalid(path, 'tooManyGroups', maxGroups)]
    : [];
}

/** G7 for an undo: what it puts somewhere may lie too deep there by now. */
export function refuseDeepChanges(act: Act, changes: readonly Change[]): readonly Refusal[] {
  if (act.rules === 1) return [];
  const { model } = act;
  const isTooDeep = changes.some(
    (change) =>
      change.table === 'groups' &&
      change.after !== undefined &&
      change.before?.parentId !== change.after.parentId &&
      depthOf(model, change.id) + heightOf(model, change.id) - 1 > maxTreeDepth,
  );
  return [...(isTooDeep ? [invalid('commit', 'tooDeep', maxTreeDepth)] : []), ...refuseMoreGroups(act, 'commit', 0)];
}

/** G7: totals stay whole numbers that every machine can count to. */
export function refuseSize(view: View, changes: readonly Change[]): readonly Refusal[] {
  for (const change of changes) {
    if (change.table !== 'blocks' || change.after === undefined) continue;
    const { groupId, typeId } = change.after;
    let units = 0;
    for (const amount of view.supplyOf(groupId).timeline(`supply/${typeId}`)?.values() ?? [])
      units += Math.max(0, amount);
    const given = Math.max(1, ...resourceNames.map((resource) => unitResources(view, typeId)[resource] ?? 0));
    if (!Number.isSafeInteger(units * given)) return [refuse('INVALID', { path: 'quantity', problem: 'tooLarge' })];
    for (const resource of resourceNames) {
      let amounts = 0;
      for (const amount of view.supplyOf(groupId).timeline(`supplyFeature/${resource}`)?.values() ?? [])
        amounts += Math.max(0, amount);
      if (!Number.isSafeInteger(amounts)) return [refuse('INVALID', { path: 'resources', problem: 'tooLarge' })];
    }
  }
  return [];
}
