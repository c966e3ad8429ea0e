import type { View } from '../model/model';
import type { PlannedGroup } from './generation';
import type { Warning } from './refusals';

/**
 * Warns of numbers with the floor's in front that would stand twice in one building: among those that are made, and beside
 * those that are there. Once for each building and number.
 */
export function repeatedNumbers(view: View, parentId: string, groups: readonly PlannedGroup[]): readonly Warning[] {
  if (!hasFloorNumbers(groups)) return [];
  const building = [...view.ancestry(parentId)].find(({ kind }) => kind === 'building');
  const repeated = new Map<string, Warning>();
  if (building !== undefined) {
    const taken = new Set<string>();
    for (const group of view.subtree(building.id)) if (group.kind === 'apartment') taken.add(group.name);
    count(groups, building.name, building.id, taken, repeated);
    return [...repeated.values()];
  }
  countByBuilding(groups, parentId, repeated);
  return [...repeated.values()];
}

function hasFloorNumbers(groups: readonly PlannedGroup[]): boolean {
  const [first] = groups;
  return first !== undefined && (first.floorNumber !== undefined || hasFloorNumbers(first.children));
}

/** Buildings that are made stand by themselves; without any, everything under the parent is one. */
function countByBuilding(groups: readonly PlannedGroup[], parentId: string, repeated: Map<string, Warning>): void {
  const others: PlannedGroup[] = [];
  for (const group of groups)
    if (group.kind === 'building') count(group.children, group.name, null, new Set(), repeated);
    else if (holdsBuildings(group)) countByBuilding(group.children, parentId, repeated);
    else others.push(group);
  if (others.length > 0) count(others, '', parentId, new Set(), repeated);
}

function holdsBuildings(group: PlannedGroup): boolean {
  return group.children.some((child) => child.kind === 'building' || holdsBuildings(child));
}

function count(
  groups: readonly PlannedGroup[],
  name: string,
  id: string | null,
  taken: Set<string>,
  repeated: Map<string, Warning>,
): void {
  for (const group of groups) {
    if (group.floorNumber !== undefined) {
      const number = String(group.floorNumber);
      const key = `${id ?? name}/${number}`;
      if (taken.has(number) && !repeated.has(key))
        repeated.set(key, { code: 'NUMBER_REPEATED', number, building: id ?? name });
      taken.add(number);
    }
    count(group.children, name, id, taken, repeated);
  }
}
