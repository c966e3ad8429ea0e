import { sameJson } from '../kernel/json';
import type { Change, Rows, TableName } from './rows';

/** One change per row, from the first state before to the last after; rows that end as they began are left out. */
export function netChanges(changes: readonly Change[]): readonly Change[] {
  if (changes.length < 2) return changes;
  const byRow = new Map<string, { table: TableName; id: string; before: Rows[TableName] | undefined; after: Rows[TableName] | undefined; again?: true }>();
  for (const change of changes) {
    const key = `${change.table}/${change.id}`;
    const known = byRow.get(key);
    if (known === undefined) byRow.set(key, { ...change });
    else {
      known.after = change.after;
      known.again = true;
    }
  }
  const net: Change[] = [];
  for (const change of byRow.values()) {
    if (change.before === change.after) continue;
    if (change.again && sameJson(change.before, change.after)) continue;
    net.push({ table: change.table, id: change.id, before: change.before, after: change.after } as Change);
  }
  return net;
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
