import type { BlockAnswer } from '#core/queries/blocks';
import type { ActCall, RowsInMemory } from '../../data/session';
import { windowArguments } from './LicenseFields';

/** The pools among those given that draw from the same pool as this one: units can go there without passing others. */
export function poolsBeside(
  rows: Pick<RowsInMemory, 'poolOf' | 'poolAbove'>,
  poolId: string,
  among: readonly string[],
): readonly string[] {
  const giver = rows.poolAbove(poolId);
  return giver === null
    ? []
    : among.filter((id) => id !== poolId && rows.poolOf(id) === id && rows.poolAbove(id) === giver);
}

/** Blocks of a pool that could be moved: handed to it, counted by units, and not ended. */
export function movableBlocks(blocks: readonly BlockAnswer[], today: string): readonly BlockAnswer[] {
  return blocks.filter(
    ({ source, typeId, quantity, validUntil }) =>
      source === 'allocation' &&
      typeId !== 'link.feature' &&
      quantity > 0 &&
      (validUntil === null || validUntil >= today),
  );
}

export interface UnitsToMove {
  readonly from: string;
  readonly block: BlockAnswer;
  readonly to: string;
  /** What lies in the other pool already. */
  readonly there: readonly BlockAnswer[];
  readonly units: number;
}

/** Units from one pool to another one beside it, with the days on which they count: as one act, all or nothing. */
export function moveUnits({ from, block, to, there, units }: UnitsToMove): ActCall {
  const { typeId, validFrom, validUntil } = block;
  const alike = there.find(
    (other) =>
      other.source === 'allocation' &&
      other.typeId === typeId &&
      other.validFrom === validFrom &&
      other.validUntil === validUntil,
  );
  return {
    do: 'batch',
    args: {
      do: [
        {
          do: 'allocation.set',
          args: {
            id: block.id,
            groupId: from,
            typeId,
            quantity: block.quantity - units,
            was: { quantity: block.quantity },
          },
        },
        alike === undefined
          ? { do: 'allocation.set', args: { groupId: to, typeId, quantity: units, ...windowArguments(block) } }
          : {
              do: 'allocation.set',
              args: {
                id: alike.id,
                groupId: to,
                typeId,
                quantity: alike.quantity + units,
                was: { quantity: alike.quantity },
              },
            },
      ],
    },
  };
}
