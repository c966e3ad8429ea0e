import { sameJson } from '#core/kernel/json';
import type { BlockRow, Price } from '#core/model/rows';
import type { SingleCall } from '../../parts/acting';

/** Wanted values of a block; what is missing stays as it is. */
export type BlockDraft = Partial<
  Pick<BlockRow, 'quantity' | 'validFrom' | 'validUntil' | 'resources' | 'note' | 'orderNumber' | 'supplier'> & {
    /** `null`: the price of its type. */
    readonly price: Price | null;
  }
>;

/** The act that makes a block what was typed, with what its author saw; `null` when nothing differs. */
export function changeBlock(block: BlockRow, draft: BlockDraft): SingleCall | null {
  const changed = (Object.keys(draft) as (keyof BlockDraft)[]).filter(
    (field) =>
      !sameJson(draft[field] ?? null, block[field] ?? null) && !(draft[field] === '' && block[field] === undefined),
  );
  if (changed.length === 0) return null;
  const set = Object.fromEntries(changed.map((field) => [field, draft[field]]));
  const was = Object.fromEntries(changed.map((field) => [field, block[field] ?? null]));
  if (block.source !== 'allocation') return { do: 'block.update', args: { blockId: block.id, set, was } };
  return {
    do: 'allocation.set',
    args: { id: block.id, groupId: block.groupId, typeId: block.typeId, quantity: block.quantity, ...set, was },
  };
}
