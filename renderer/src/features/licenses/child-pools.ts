import type { GroupRow } from '#core/model/rows';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { BlockAnswer } from '#core/queries/blocks';
import type { RowsInMemory } from '../../data/session';

/** The pools whose allocations are drawn from a pool, in tree order: the nearest below it on every branch. */
export function childPools(rows: Pick<RowsInMemory, 'row' | 'children'>, poolId: string): readonly GroupRow[] {
  const pools: GroupRow[] = [];
  const stack = [...rows.children(poolId)].reverse();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const group = rows.row('groups', id);
    if (group?.restriction === 'own') pools.push(group);
    else stack.push(...[...rows.children(id)].reverse());
  }
  return pools;
}

export interface Holder {
  readonly poolId: string;
  readonly name: string;
  readonly holds: readonly { readonly typeId: LicenseTypeId; readonly quantity: number }[];
}

/** Lists what the pools below hold, out of the blocks of their pool. */
export function holdersOf(blocks: readonly BlockAnswer[]): readonly Holder[] {
  const holders = new Map<
    string,
    { readonly poolId: string; readonly name: string; readonly holds: Map<LicenseTypeId, number> }
  >();
  for (const { typeId, childPools: below } of blocks)
    for (const { poolId, name, quantity } of below ?? []) {
      const holder = holders.get(poolId) ?? { poolId, name, holds: new Map<LicenseTypeId, number>() };
      // Every block of a type names the same holders, so the figure is taken, not added.
      holder.holds.set(typeId, quantity);
      holders.set(poolId, holder);
    }
  return [...holders.values()].map(({ poolId, name, holds }) => ({
    poolId,
    name,
    holds: [...holds].map(([typeId, quantity]) => ({ typeId, quantity })),
  }));
}
