import type { View } from '../model/model';
import { refuse, type Refusal } from './refusals';

/** D11: the nearest locked group at or above a group, which refuses every change to itself and its subtree. */
export function lockedAbove(view: View, groupId: string): string | null {
  for (const group of view.ancestry(groupId)) if (group.status === 'locked') return group.id;
  return null;
}

/** D11: `LOCKED` for each locked group that one of these groups is or lies in. */
export function refuseLocked(view: View, ...groupIds: readonly (string | null | undefined)[]): readonly Refusal[] {
  const locked = new Set<string>();
  for (const groupId of groupIds) {
    if (groupId == null || view.row('groups', groupId) === undefined) continue;
    const id = lockedAbove(view, groupId);
    if (id !== null) locked.add(id);
  }
  return [...locked].sort().map((groupId) => refuse('LOCKED', { groupId }));
}
