import type { Day } from '../kernel/day';
import type { BlockSource, Price, Resources } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { defineQuery, licensesOfGroup, ofGroup } from './query';
import type { Question } from './question';

export interface BlockAnswer {
  readonly id: string;
  readonly typeId: LicenseTypeId;
  readonly quantity: number;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly source: BlockSource;
  readonly resources?: Resources;
  readonly note: string;
  readonly price?: Price;
  readonly orderNumber?: string;
  readonly supplier?: string;
  /** Who gave it (D13). */
  readonly giver?: string;
  /** Holdings of child pools of this type on the day, each with its quantity; of the group's own pool. */
  readonly childPools?: readonly { readonly poolId: string; readonly name: string; readonly quantity: number }[];
}

export const blocksQuery = defineQuery({
  name: 'blocks',
  args: ofGroup,
  ...licensesOfGroup,
  answer: (question, { groupId }) => blocksAnswer(question, groupId),
});

/** The blocks that lie in a group itself, oldest first; with what child pools hold of the type where the group is a pool. */
function blocksAnswer({ model, day }: Question, groupId: string): readonly BlockAnswer[] {
  const blocks = [...model.blocksOf(groupId)]
    .map((id) => model.row('blocks', id))
    .filter((block) => block !== undefined);
  const childPools = model.group(groupId).restriction === 'own' ? childPoolsOf(groupId) : [];
  return blocks
    .sort((one, other) => one.age - other.age)
    .map(({ id, typeId, quantity, validFrom, validUntil, source, resources, note, ...block }) => {
      const holders = childPools
        .map((poolId) => ({
          poolId,
          name: model.group(poolId).name,
          quantity: model.supplyOf(poolId).on(`supply/${typeId}`, day),
        }))
        .filter((holder) => holder.quantity > 0);
      return {
        id,
        typeId,
        quantity,
        validFrom,
        validUntil,
        source,
        note,
        ...(resources === null ? {} : { resources }),
        ...(block.price === undefined ? {} : { price: block.price }),
        ...(block.orderNumber === undefined ? {} : { orderNumber: block.orderNumber }),
        ...(block.supplier === undefined ? {} : { supplier: block.supplier }),
        ...(block.giver === undefined ? {} : { giver: block.giver }),
        ...(holders.length === 0 ? {} : { childPools: holders }),
      };
    });

  /** Pools directly below a pool, in tree order; branches without any are passed over. */
  function childPoolsOf(poolId: string): readonly string[] {
    const pools: string[] = [];
    const stack = [...model.children(poolId)].reverse();
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (model.group(id).restriction === 'own') pools.push(id);
      else if (holdsAllocations(id)) stack.push(...[...model.children(id)].reverse());
    }
    return pools;
  }

  function holdsAllocations(id: string): boolean {
    for (const name of model.territoryFigures(id).names()) if (name.startsWith('out')) return true;
    return false;
  }
}
