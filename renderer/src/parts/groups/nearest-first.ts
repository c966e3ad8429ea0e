import type { RowsInMemory } from '../../data/session';

type Rows = Pick<RowsInMemory, 'root' | 'row' | 'subtree' | 'projectOf'>;

function idsBelow(rows: Rows, groupId: string): ReadonlySet<string> {
  return new Set([...rows.subtree(groupId)].map(({ id }) => id));
}

/** People in the order in which somebody is most likely meant who looks at a group: those in it, those of its complex or office, all others. */
export function nearestFirst<T extends { readonly groupId: string }>(
  rows: Rows,
  groupId: string,
  people: Iterable<T>,
): readonly T[] {
  if (groupId === rows.root.id || rows.row('groups', groupId) === undefined) return [...people];
  const here = idsBelow(rows, groupId);
  const projectId = rows.projectOf(groupId);
  const around = projectId === rows.root.id || projectId === groupId ? here : idsBelow(rows, projectId);
  const near: T[] = [];
  const next: T[] = [];
  const far: T[] = [];
  for (const person of people) (here.has(person.groupId) ? near : around.has(person.groupId) ? next : far).push(person);
  return [...near, ...next, ...far];
}
