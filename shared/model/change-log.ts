import { sameJson } from '../kernel/json';
import type { Change, TableName } from './rows';

/** One change per row, from the first state before to the last after; rows that end as they began are left out. */
export function netChanges(changes: readonly Change[]): readonly Change[] {
  if (changes.length < 2) return changes;
  const places = new Map<TableName, Map<string, number>>();
  const merged: Change[] = [];
  const again = new Set<number>();
  for (const change of changes) {
    let ofTable = places.get(change.table);
    if (ofTable === undefined) places.set(change.table, (ofTable = new Map()));
    const place = ofTable.get(change.id);
    const known = place === undefined ? undefined : merged[place];
    if (place === undefined || known === undefined) {
      ofTable.set(change.id, merged.length);
      merged.push(change);
    } else {
      merged[place] = { table: change.table, id: change.id, before: known.before, after: change.after } as Change;
      again.add(place);
    }
  }
  return merged.filter(
    (change, place) => change.before !== change.after && !(again.has(place) && sameJson(change.before, change.after)),
  );
}

/** The changes that take others back, in the order in which they must be made. */
export function invertChanges(changes: readonly Change[]): readonly Change[] {
  const inverted: Change[] = [];
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const change = changes[index];
    if (change !== undefined) inverted.push({ ...change, before: change.after, after: change.before } as Change);
  }
  return inverted;
}
