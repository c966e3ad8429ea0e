import type { BlockRow } from '#core/model/rows';
import type { BlockAnswer } from '#core/queries/blocks';
import type { ActCall, RowsInMemory } from '../../data/session';
import { together, type SingleCall } from '../../parts/acting';
import { windowArguments } from './LicenseFields';

type PoolRows = Pick<RowsInMemory, 'poolOf' | 'poolAbove'>;

/** The pools among those given to which units of this one can go: each has a pool of its own. */
export function poolsToMoveTo(rows: PoolRows, poolId: string, among: readonly string[]): readonly string[] {
  return among.filter((id) => id !== poolId && rows.poolOf(id) === id && wayBetween(rows, poolId, id) !== null);
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

/** The way of units between two pools: up to the first pool that both draw from, then down. */
export interface Way {
  /** Pools that give back, the first one first. */
  readonly up: readonly string[];
  /** The pool to which they come back, and from which they go on. */
  readonly turn: string;
  /** Pools that are given to, the last one last. */
  readonly down: readonly string[];
}

/** The way between two pools; `null` where one lies above the other, as units are then given on or given back. */
export function wayBetween(rows: PoolRows, from: string, to: string): Way | null {
  const above = (poolId: string): readonly string[] => {
    const path: string[] = [];
    for (let at: string | null = poolId; at !== null; at = rows.poolAbove(at)) path.push(at);
    return path;
  };
  const [giving, taking] = [above(from), above(to)];
  const turn = giving.find((id) => taking.includes(id));
  if (turn === undefined || turn === from || turn === to) return null;
  return {
    up: giving.slice(0, giving.indexOf(turn)),
    turn,
    down: taking.slice(0, taking.indexOf(turn)).reverse(),
  };
}

type Block = Pick<BlockRow, 'id' | 'groupId' | 'source' | 'typeId' | 'quantity' | 'validFrom' | 'validUntil'>;

export interface UnitsToMove {
  readonly block: Block;
  readonly way: Way;
  /** What lies in the pools of the way. */
  readonly there: readonly Block[];
  readonly units: number;
}

/** Tells whether a block counts on all days of another one. */
function covers(outer: Block, inner: Block): boolean {
  return (
    (outer.validFrom === null || (inner.validFrom !== null && outer.validFrom <= inner.validFrom)) &&
    (outer.validUntil === null || (inner.validUntil !== null && outer.validUntil >= inner.validUntil))
  );
}

function isAlike(one: Block, other: Block): boolean {
  return one.validFrom === other.validFrom && one.validUntil === other.validUntil;
}

function withQuantity({ id, groupId, typeId, quantity }: Block, next: number): SingleCall {
  return { do: 'allocation.set', args: { id, groupId, typeId, quantity: next, was: { quantity } } };
}

/** Lower quantities of the blocks out of which a pool was given these units, those of the same days first. */
function givenBack(blocks: readonly Block[], moved: Block, units: number): readonly SingleCall[] {
  const calls: SingleCall[] = [];
  let wanted = units;
  const able = blocks.filter((block) => covers(block, moved));
  for (const block of [...able].sort((one, other) => Number(isAlike(other, moved)) - Number(isAlike(one, moved)))) {
    const taken = Math.min(wanted, block.quantity);
    if (taken > 0) calls.push(withQuantity(block, block.quantity - taken));
    wanted -= taken;
  }
  return calls;
}

/** Units from one pool to another with the days on which they count, through every pool on the way: one act, all or nothing. */
export function moveUnits({ block, way, there, units }: UnitsToMove): ActCall | null {
  const { typeId } = block;
  const of = (poolId: string): readonly Block[] =>
    there.filter((other) => other.groupId === poolId && other.source === 'allocation' && other.typeId === typeId);
  return together([
    ...way.up.flatMap((poolId, index) =>
      index === 0 ? [withQuantity(block, block.quantity - units)] : givenBack(of(poolId), block, units),
    ),
    ...way.down.map((groupId): SingleCall => {
      const alike = of(groupId).find((other) => isAlike(other, block));
      return alike === undefined
        ? { do: 'allocation.set', args: { groupId, typeId, quantity: units, ...windowArguments(block) } }
        : withQuantity(alike, alike.quantity + units);
    }),
  ]);
}
