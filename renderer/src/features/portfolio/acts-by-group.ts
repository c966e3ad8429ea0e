import type { Change } from '#core/model/rows';
import type { AccountSession, RowsInMemory } from '../../data/session';

/** The groups that a change of a row is about; of a seat that somebody holds, that of the person. */
function groupsOfChange(change: Change, rows: Pick<RowsInMemory, 'row'>): readonly string[] {
  if (change.table === 'groups') return [change.id];
  return [change.before, change.after].flatMap((row) => {
    const { groupId, poolId, userId } = { groupId: null, poolId: null, userId: null, ...row } as {
      readonly [field in 'groupId' | 'poolId' | 'userId']: string | null;
    };
    return [groupId ?? poolId ?? (userId === null ? null : rows.row('users', userId)?.groupId) ?? []].flat();
  });
}

/** For each group, how many of the acts touch it or what is in it. Costs what the acts changed, not what there is. */
export function actsByGroup(
  { record, model }: Pick<AccountSession, 'record' | 'model'>,
  acts: readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const act of acts) {
    const touched = new Set<string>();
    for (const change of record(act)?.changes ?? [])
      for (const groupId of groupsOfChange(change, model)) {
        // What others deleted meanwhile has no place any more.
        if (model.row('groups', groupId) === undefined || touched.has(groupId)) continue;
        for (const { id } of model.ancestry(groupId)) touched.add(id);
      }
    for (const id of touched) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
