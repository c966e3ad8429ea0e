import { compareText } from '#core/kernel/text';
import type { GroupRow } from '#core/model/rows';
import type { RowsInMemory } from '../../data/session';

/** Place of a thing: the group it stands in, and by what name among those that stand there too. */
export interface Place {
  readonly groupId: string;
  /** Empty for the group itself, which comes before what is in it. */
  readonly name: string;
}

/** Things as a person sees them: in the order of the tree, and in one place by name, Apartment 2 before Apartment 10. */
export function inTreeOrder<T>(
  things: readonly T[],
  placeOf: (thing: T) => Place,
  rows: Pick<RowsInMemory, 'ancestry'>,
  compareNames: (one: string, other: string) => number,
): readonly T[] {
  const ways = new Map<string, readonly GroupRow[]>();
  const wayTo = (groupId: string): readonly GroupRow[] => {
    let way = ways.get(groupId);
    if (way === undefined) ways.set(groupId, (way = [...rows.ancestry(groupId)].reverse()));
    return way;
  };
  return things
    .map((thing) => {
      const { groupId, name } = placeOf(thing);
      return { thing, way: wayTo(groupId), name };
    })
    .sort((one, other) => compareWays(one.way, other.way) || compareNames(one.name, other.name))
    .map(({ thing }) => thing);
}

function compareWays(one: readonly GroupRow[], other: readonly GroupRow[]): number {
  for (const [depth, group] of one.entries()) {
    const beside = other[depth];
    if (beside === undefined) return 1;
    if (group.id !== beside.id) return compareText(group.order, beside.order) || compareText(group.id, beside.id);
  }
  return one.length - other.length;
}
