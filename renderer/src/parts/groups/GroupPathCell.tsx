import { memo, type ReactNode } from 'react';
import type { RowsInMemory } from '../../data/session';
import { useFromRows } from '../../state/model-hooks';
import { writePath } from '#core/kernel/written-path';

type Rows = Pick<RowsInMemory, 'ancestry'>;

/** The way from a group up to, but without, the one that is looked at: nearest first, as that tells 101 from 101. */
export function pathWithin(rows: Rows, groupId: string, withinId: string): readonly string[] {
  const names: string[] = [];
  for (const group of rows.ancestry(groupId)) {
    if (group.id === withinId) break;
    names.push(group.name);
  }
  const [self] = rows.ancestry(groupId);
  return names.length === 0 && self !== undefined ? [self.name] : names;
}

/** By what a column of places is sorted: as the tree reads, from the top. */
export function pathOrder(rows: Rows, groupId: string, withinId: string): string {
  return [...pathWithin(rows, groupId, withinId)].reverse().join(' / ');
}

/** The same way as it is read beside a name, each name in its place whatever script it is in. */
export function pathWords(rows: Rows, groupId: string, withinId: string): string {
  return writePath([...pathWithin(rows, groupId, withinId)].reverse());
}

/** A group in a table, with as much of its way as there is room for. */
export const GroupPathCell = memo(function Place({
  groupId,
  withinId,
}: {
  readonly groupId: string;
  /** Left out: the account. */
  readonly withinId?: string | undefined;
}): ReactNode {
  const [name, ...above] = useFromRows((rows) => pathWithin(rows, groupId, withinId ?? rows.root.id));
  return (
    <span className="place-cell" title={writePath([name ?? '', ...above].reverse())}>
      {above.length === 0 ? null : <span className="quiet place-cell-above">{writePath([...above].reverse())} ›</span>}
      <bdi>{name}</bdi>
    </span>
  );
});
